/** Every command, one row each. */
import { EVENTS } from "../events/event.ts";
import { SELECTORS } from "../rtnetlink/objects.ts";
import type { Command } from "./command.ts";
import { COMMON, DDNS, DOCTOR, MONITOR, RECORD, REPLAY, SHOW, TOP, WAIT } from "./options.ts";

/** The events by object, in lines of at most 100 columns. */
function events(): string {
  const byObject = new Map<string, string[]>();
  for (const event of EVENTS) {
    const [object, verb] = event.split(".") as [string, string];
    if (verb === "exists") continue;
    const shown = verb === "unchanged" || verb === "refreshed" ? `[${verb}]` : verb;
    byObject.set(object, [...(byObject.get(object) ?? []), shown]);
  }
  // Objects to which the same things happen share a line.
  const byVerbs = new Map<string, string[]>();
  for (const [object, verbs] of byObject)
    byVerbs.set(verbs.join(" "), [...(byVerbs.get(verbs.join(" ")) ?? []), object]);
  const lines = [...byVerbs].map(([verbs, objects]) => wrapped(`${objects.join(", ")}: .${verbs}`));
  return `Events ([...]: only with --all or by name; *.exists: with --snapshot):\n${lines.join("")}`;
}

function wrapped(text: string): string {
  let out = "";
  let line = " ";
  for (const word of text.split(" ")) {
    if (line.length + 1 + word.length > 100) {
      out += `${line}\n`;
      line = "   ";
    }
    line += ` ${word}`;
  }
  return `${out}${line}\n`;
}

export const monitor: Command = {
  name: "",
  summary: "say what changes, as it happens",
  usage: "nlmon [options]",
  about: `Says what changes in this host's network: interfaces, addresses, routes and all else that the
kernel tells over rtnetlink; old value and new. Runs until Ctrl-C; needs no privileges.`,
  examples: [
    ["nlmon", "what happens to interfaces and addresses, a line each"],
    ["nlmon -s", "first what is there, then what happens"],
    ["nlmon -o all", "every object"],
    ["nlmon -f json | jq .event", "for programs: one JSON object a line"],
    ["nlmon -i eth0 --on link.up,link.down", "these events of this interface"],
    ["nlmon --on addresses.changed --exec ./update-dns.sh", "run a program for these events"],
    ["nlmon --raw", "the kernel's messages themselves"],
  ],
  options: MONITOR,
  notes: () => `${events()}
Acting on it: --exec runs CMD for every event that is told, one run at a time; what comes meanwhile is
  one more run. $1 is the interface, $2 the event. In its environment: NLMON_EVENT NLMON_IFNAME
  NLMON_IFINDEX NLMON_CHANGED NLMON_OLD_<FIELD> NLMON_NEW_<FIELD>, of links NLMON_STATE NLMON_MAC
  NLMON_MTU, of addresses NLMON_FAMILY NLMON_ADDRESS NLMON_PREFIXLEN NLMON_SCOPE NLMON_USABLE, of
  addresses.changed NLMON_ADDRESSES NLMON_ADDED NLMON_REMOVED, of routes NLMON_DST NLMON_GATEWAY
  NLMON_TABLE. On its standard input: the event as JSON, and in "events" all that has changed since
  the run before. docs/hooks.md and examples/ say more.

Signs:  + added, - removed, ^ up or usable, v down or deprecated, ~ changed, > received, ! trouble,
        = is there

Exit:   0 fine (also Ctrl-C and a closed reader), 1 failed, 2 wrong usage,
        124 --timeout passed before --count events, 143 SIGTERM
`,
  async load() {
    const [{ runMonitor }, { parseRun }, { parseActions }] = await Promise.all([
      import("./monitor.ts"),
      import("./run-options.ts"),
      import("./exec-options.ts"),
    ]);
    return (options) => {
      const run = parseRun(options);
      return runMonitor(run, parseActions(options, run));
    };
  },
};

const show: Command = {
  name: "show",
  summary: "print what is there, once",
  usage: "nlmon show [options] [OBJECT...]",
  about: `Prints the state: a table for people, or with -f json the array that ip -j -d (for neighbours of
bridges, vlans and mdb: bridge -j -d; for queueing disciplines: tc -j -d) prints, so that what reads
ip's reads nlmon's. Several objects give one JSON object of arrays. OBJECT may be cut short; default:
link and address.`,
  examples: [
    ["nlmon show", "interfaces and addresses"],
    ["nlmon show route -6", "IPv6 routes of the main table"],
    ["nlmon show link -f json | jq -r '.[].ifname'", "for programs"],
  ],
  options: SHOW,
  operands: { name: "OBJECT", least: 0, most: Number.POSITIVE_INFINITY },
  notes: () => `${wrapped(`Objects: ${Object.keys(SELECTORS).join(" ")} all`).trimStart()}
Exit:   0 fine, 1 failed, 2 wrong usage
`,
  load: async () => (await import("./show.ts")).runShow,
};

const top: Command = {
  name: "top",
  summary: "watch all interfaces at a glance",
  usage: "nlmon top [options]",
  about: `One row per interface, drawn anew when something changes: its state, its addresses (those that may not
be used in parentheses), what has changed last and how long ago, events in the last minute, and a
bar for each five seconds before (one event, two, up to 4, 8, ...). Below: the events themselves.
Without a terminal (and with --batch) it prints a table every --interval.`,
  examples: [
    ["nlmon top", "this host"],
    ["nlmon top -i 'veth*' --netns '*'", "these interfaces of all network namespaces"],
    ["nlmon top -o link,address,route,neighbour", "count these as well"],
    ["nlmon top -b -c 1", "one table"],
  ],
  options: TOP,
  notes:
    () => `States: up; off (set down); no carrier; lower down (the device below); dormant; gone (for 10 s)

Keys:   q  ends
        s  last changes first, or in the order of their indexes
        up, down, page up, page down, home  where not all interfaces fit
        Ctrl-L  draws all of it anew

Exit:   0 fine (also q, Ctrl-C and a closed reader), 1 failed, 2 wrong usage, 143 SIGTERM
`,
  load: async () => (await import("./top.ts")).runTop,
};

const wait: Command = {
  name: "wait",
  summary: "return as soon as something is so",
  usage: "nlmon wait [options]",
  about: `Waits until something is so, prints the event that made it so, and ends. Where it is so already, it
ends at once, with what was found; an event that is no state (renamed, changed, replaced) has to happen.`,
  examples: [
    ["nlmon wait -i eth0 --on link.up -t 30s", "eth0 is up, or comes up within 30 s"],
    ["nlmon wait -i 'wl*' --address usable -6", "an IPv6 address that may be used"],
    ["nlmon wait --route default", "there is a default route"],
    ["nlmon wait --on link.removed -i tun0", "there is no tun0 (any more)"],
  ],
  options: WAIT,
  notes: () => `What is so already:
  .added        there is one
  .removed      there is none (nothing is printed then)
  link.up       one is up;  link.down: one is there and not up
  address.usable, .deprecated, .failed: there is one that is

Exit:   0 it is so, 1 failed, 2 wrong usage, 124 --timeout passed, 130 Ctrl-C, 143 SIGTERM
`,
  load: async () => (await import("./wait.ts")).runWait,
};

const ddns: Command = {
  name: "ddns",
  summary: "keep names in the DNS on this host's addresses",
  usage: "nlmon ddns --name NAME [options]",
  about: `Makes A and AAAA records follow this host's addresses: as soon as the kernel tells of a change, by DNS
UPDATE (RFC 2136) signed with TSIG (RFC 8945), one message for each set of records. Nothing counts before
the server has shown it. Runs until Ctrl-C; tries again while a server does not answer.`,
  examples: [
    ["nlmon ddns -n host.example.com -k ddns.key", "follow all addresses; zone and server are found"],
    ["nlmon ddns -n host.example.com --explain", "which addresses, and why"],
    ["nlmon ddns -n host.example.com -k ddns.key --check", "is everything right?"],
    ["nlmon ddns -n host.example.com -k ddns.key -i eth0 -6 --once", "for cron"],
  ],
  options: DDNS,
  notes:
    () => `Key:    --key-file, else $NLMON_DDNS_KEY, else systemd's credential ddns-key; never on the command line

An address is published when it is of scope global, not tentative, failed, deprecated, temporary (IPv6) or
secondary (IPv4), of the Internet (2000::/3; not private, not link-local), and its interface is up.

Exit:   0 fine (also Ctrl-C), 1 failed, 2 wrong usage, 143 SIGTERM
`,
  load: async () => (await import("./ddns.ts")).runDdns,
};

const record: Command = {
  name: "record",
  summary: "write down what happens, for replay and for Wireshark",
  usage: "nlmon record [options] FILE",
  about: `Writes the state there is, then every message of the kernel's as it comes, to FILE (a pcap that
Wireshark and tshark dissect), until Ctrl-C. - is standard output. Which interfaces and events count
is chosen when it is replayed. FILE is written anew; with --rotate-size or --rotate-time what it
held becomes FILE.1, and each file begins with the state there was then.`,
  examples: [
    ["nlmon record net.pcap", "everything"],
    ["nlmon record -o link,address,route net.pcap", "these objects"],
    ["nlmon record --rotate-size 50M --keep 4 net.pcap", "the last 200 to 250 MB"],
    ["nlmon record --print net.pcap", "and see it at the same time"],
    ["ssh HOST nlmon record - | nlmon replay -", "another host's network, here"],
  ],
  options: RECORD,
  operands: { name: "FILE", least: 1, most: 1 },
  notes: () => `Exit:   0 fine (also Ctrl-C and a closed reader), 1 failed, 2 wrong usage,
        124 --timeout passed before --count events, 143 SIGTERM
`,
  load: async () => (await import("./record.ts")).runRecord,
};

const replay: Command = {
  name: "replay",
  summary: "tell again what a recording or another capture holds",
  usage: "nlmon replay [options] FILE",
  about: `Tells what a capture holds as if it happened now, with the times it has; the network of this host is
neither read nor touched. - is standard input, also as it comes. FILE may be a recording of nlmon's,
a pcap or pcapng of an nlmon device or of "any" (tcpdump, Wireshark), or a file of iproute2's rtmon.
A recording gives what was or would have been printed then; a capture without the state before it
knows of an object from its first message on.`,
  examples: [
    ["nlmon replay net.pcap", "what happened"],
    ["nlmon replay -o route --on route.removed net.pcap", "these events"],
    ["nlmon replay -s -f json net.pcap | jq", "with the state before, for programs"],
    ["nlmon replay --speed 1 net.pcap", "at the speed at which it happened"],
    ["nlmon replay --raw net.pcap", "the messages themselves"],
  ],
  options: REPLAY,
  operands: { name: "FILE", least: 1, most: 1 },
  notes: () => `Events, signs, and what --exec runs: see nlmon --help

Exit:   0 fine (also Ctrl-C and a closed reader), 1 failed, or the capture is damaged (what is before
        the damage has been told), 2 wrong usage, 124 --timeout passed before --count events, 143 SIGTERM
`,
  load: async () => (await import("./replay.ts")).runReplay,
};

const doctor: Command = {
  name: "doctor",
  summary: "say what keeps nlmon from working here",
  usage: "nlmon doctor [options]",
  about: `Looks at the kernel, sockets and buffers, namespaces, capabilities, /proc, the clock, and says of each
whether it is ok, worth a note, or trouble, and what to do about it. Changes nothing.`,
  examples: [
    ["nlmon doctor", "as the user, and in the sandbox, that will run nlmon"],
    ["nlmon doctor -f json | jq '.checks[] | select(.verdict != \"ok\")'", "for programs"],
  ],
  options: DOCTOR,
  notes: () => `Exit:   0 nlmon works here, 1 it does not, 2 wrong usage
`,
  load: async () => (await import("./doctor.ts")).runDoctor,
};

const schema: Command = {
  name: "schema",
  summary: "print the JSON Schema of what -f json prints",
  usage: "nlmon schema",
  about: `Prints a JSON Schema (draft-07) of the lines of nlmon -f json: every event, every object with all its
keys. It is generated from the types that nlmon itself is built with. What later versions may change,
and what they do not, is in docs/events.md.`,
  examples: [
    ["nlmon schema > nlmon.schema.json", "for a validator or a generator of types"],
    ["nlmon schema | jq '.definitions.route.properties | keys'", "what a route can have"],
  ],
  options: COMMON,
  notes: () => `Exit:   0 fine, 1 failed, 2 wrong usage
`,
  load: async () => (await import("./schema.ts")).runSchema,
};

const completion: Command = {
  name: "completion",
  summary: "completions for bash, zsh and fish",
  usage: "nlmon completion bash|zsh|fish",
  about: `Prints a script that makes the shell complete commands, options and their values: objects and events,
and the interfaces, namespaces and route tables of now.`,
  examples: [
    ['eval "$(nlmon completion bash)"', "in ~/.bashrc"],
    ['eval "$(nlmon completion zsh)"', "in ~/.zshrc, after compinit"],
    ["nlmon completion fish | source", "in ~/.config/fish/config.fish"],
  ],
  options: COMMON,
  operands: { name: "SHELL", words: ["bash", "zsh", "fish"], least: 1, most: Number.POSITIVE_INFINITY },
  notes: () => `With words (nlmon completion SHELL -- WORD...) it prints what may stand in place of the last.

Exit:   0 fine, 2 wrong usage
`,
  load: async () => (await import("./completion.ts")).runCompletion,
};

export const COMMANDS: readonly Command[] = [
  show,
  top,
  wait,
  ddns,
  record,
  replay,
  doctor,
  schema,
  completion,
];
