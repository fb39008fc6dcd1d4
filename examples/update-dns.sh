#!/bin/sh
# Gives a name in the DNS the addresses that an interface has now, with nsupdate(1): RFC 2136, signed with TSIG.
#
#   DNS_NAME=host.example.com DNS_KEY_FILE=/etc/nlmon/host.key \
#     nlmon -i eth0 --on addresses.changed --exec-on-start --exec-debounce 2s --exec-retry 5 --exec ./update-dns.sh
#
# It looks at what there is, not at what has changed: run it as often as you like, also by hand. Settings, from the
# environment:
#
#   DNS_NAME       the name; without it, nothing can be done
#   DNS_KEY_FILE   TSIG key, as tsig-keygen and ddns-confgen write it; without it, updates are not signed
#   DNS_ZONE       the zone of the name; default: asked for
#   DNS_SERVER     the server that takes updates, SERVER or SERVER#PORT; default: the primary that the zone names
#   DNS_TTL        default 300
#   DNS_INTERFACE  default: the one that nlmon names ($NLMON_IFNAME), else all
#   DNS_FAMILIES   default "inet inet6"; the other family's records are left alone
#   DNS_DRY_RUN    not empty: says what would be sent, and sends nothing
#
# Needs ip (iproute2), nsupdate and, where zone or server have to be found, dig (Debian: bind9-dnsutils).
set -eu

fail() {
  echo "update-dns: $*" >&2
  exit 1
}

: "${DNS_NAME:?update-dns: set DNS_NAME to the name that is to be kept up to date}"
name=${DNS_NAME%.}.
ttl=${DNS_TTL:-300}
interface=${DNS_INTERFACE:-${NLMON_IFNAME:-}}
case $name$ttl${DNS_ZONE:-}${DNS_SERVER:-} in
*[!A-Za-z0-9._:#-]*) fail "DNS_NAME, DNS_ZONE, DNS_SERVER, DNS_TTL: only letters, digits and ._-:# may be in them" ;;
esac
for tool in ip nsupdate; do
  command -v "$tool" >/dev/null || fail "$tool is not installed"
done
[ -z "${DNS_KEY_FILE:-}" ] || [ -r "$DNS_KEY_FILE" ] || fail "cannot read the key in $DNS_KEY_FILE"

# The SOA of the zone that holds the name: its owner is the zone, its first field the primary server.
soa() {
  command -v dig >/dev/null || fail "dig is not installed: set DNS_ZONE and DNS_SERVER"
  dig +noall +answer +authority +time=5 +tries=2 ${DNS_SERVER:+"@${DNS_SERVER%%#*}"} \
    ${DNS_SERVER:+-p "$(port "$DNS_SERVER")"} "${DNS_ZONE:-$name}" SOA | awk '$4 == "SOA" { print $1, $5; exit }'
}

port() {
  case $1 in
  *#*) echo "${1#*#}" ;;
  *) echo 53 ;;
  esac
}

zone=${DNS_ZONE:-}
server=${DNS_SERVER:-}
if [ -z "$zone" ] || [ -z "$server" ]; then
  found=$(soa) || fail "cannot ask for the zone of $name"
  [ -n "$found" ] || fail "no zone found for $name: set DNS_ZONE"
  zone=${zone:-${found% *}}
  server=${server:-${found#* }}
fi

# Addresses that others can use to reach this host: of global scope, and not those that may go away (tentative,
# deprecated, duplicate) or that are for one's own connections (temporary), nor unique local ones (fc00::/7).
addresses() {
  ip -o "$1" addr show scope global ${interface:+dev "$interface"} |
    awk '/ (tentative|deprecated|dadfailed|temporary)( |$)/ { next }
      { sub("/.*", "", $4); if ($4 !~ /^(f[cd]|169\.254\.)/) print $4 }' | sort -u
}

update=$(
  echo "server $(echo "$server" | tr '#' ' ')"
  echo "zone $zone"
  for family in ${DNS_FAMILIES:-inet inet6}; do
    case $family in
    inet) type=A flag=-4 ;;
    inet6) type=AAAA flag=-6 ;;
    *) fail "DNS_FAMILIES: $family is neither inet nor inet6" ;;
    esac
    # Deleted and added in one message: nobody sees the name without an address in between.
    echo "update delete $name $type"
    for address in $(addresses $flag); do
      echo "update add $name $ttl $type $address"
    done
  done
  echo send
)

if [ -n "${DNS_DRY_RUN:-}" ]; then
  echo "$update"
  exit 0
fi
# Over TCP: a datagram that is late, or comes twice, would bring back what was.
echo "$update" | nsupdate -v -t 20 ${DNS_KEY_FILE:+-k "$DNS_KEY_FILE"} || fail "the server did not take the update of $name"
echo "$update" | awk -v name="$name" '/^update add/ { list = list " " $6 } END { print name " is now" (list == "" ? " without address" : list) }'
