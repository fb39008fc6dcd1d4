/** Numbers of the DNS under IANA's names (DNS Parameters): types, classes, opcodes, response codes. */

export const A = 1;
export const NS = 2;
export const CNAME = 5;
export const SOA = 6;
export const PTR = 12;
export const AAAA = 28;
export const TSIG = 250;

const TYPES: Readonly<Record<number, string>> = {
  [A]: "A",
  [NS]: "NS",
  [CNAME]: "CNAME",
  [SOA]: "SOA",
  [PTR]: "PTR",
  [AAAA]: "AAAA",
};

export const typeName = (type: number): string => TYPES[type] ?? `TYPE${type}`;

export const IN = 1;
/** RFC 2136, section 1.1: not there, or take away. */
export const NONE = 254;
/** There, whatever it is, or take all away. */
export const ANY = 255;

export const QUERY = 0;
export const UPDATE = 5;

export const NOERROR = 0;
export const FORMERR = 1;
export const SERVFAIL = 2;
export const NXDOMAIN = 3;
export const NOTIMP = 4;
export const REFUSED = 5;
export const YXDOMAIN = 6;
export const YXRRSET = 7;
export const NXRRSET = 8;
export const NOTAUTH = 9;
export const NOTZONE = 10;
/** Of TSIG (RFC 8945, section 3). */
export const BADSIG = 16;
export const BADKEY = 17;
export const BADTIME = 18;
export const BADTRUNC = 22;

const RCODES: Readonly<Record<number, string>> = {
  [NOERROR]: "NOERROR",
  [FORMERR]: "FORMERR",
  [SERVFAIL]: "SERVFAIL",
  [NXDOMAIN]: "NXDOMAIN",
  [NOTIMP]: "NOTIMP",
  [REFUSED]: "REFUSED",
  [YXDOMAIN]: "YXDOMAIN",
  [YXRRSET]: "YXRRSET",
  [NXRRSET]: "NXRRSET",
  [NOTAUTH]: "NOTAUTH",
  [NOTZONE]: "NOTZONE",
  [BADSIG]: "BADSIG",
  [BADKEY]: "BADKEY",
  [BADTIME]: "BADTIME",
  [BADTRUNC]: "BADTRUNC",
};

export const rcodeName = (rcode: number): string => RCODES[rcode] ?? `RCODE${rcode}`;
