#!/bin/sh
# Moves the default route to a second uplink while the first one is down, and back.
#
#   nlmon -i eth0 --on link.up,link.down --exec-on-start --exec-debounce 1s,5s --exec ./on-link-down-failover.sh
#
# It looks at the state of the first uplink, and does what follows from it: a second time is as good as once. The two
# routes differ in their metric (the kernel takes the smaller one), so that nothing else is touched. Settings:
#
#   PRIMARY     first uplink; default: the interface that nlmon names ($NLMON_IFNAME)
#   BACKUP      second uplink, with BACKUP_VIA, the router there
#   METRIC      of the route that is put in while the first uplink is down; default 50
#
# Needs ip (iproute2) and the right to change routes (root, or CAP_NET_ADMIN).
set -eu

primary=${PRIMARY:-${NLMON_IFNAME:?set PRIMARY, or let nlmon run this}}
: "${BACKUP:?set BACKUP to the second uplink}"
: "${BACKUP_VIA:?set BACKUP_VIA to the router behind $BACKUP}"
metric=${METRIC:-50}

# operstate knows more than the carrier; UNKNOWN is what drivers say that keep none.
state=$(ip -o link show dev "$primary" 2>/dev/null | sed -n 's/.* state \([A-Z]*\) .*/\1/p')
case $state in
UP | UNKNOWN)
  # Not an error where it is not there.
  ip route del default via "$BACKUP_VIA" dev "$BACKUP" metric "$metric" 2>/dev/null || true
  echo "$primary is up: its own default route is in use"
  ;;
*)
  ip route replace default via "$BACKUP_VIA" dev "$BACKUP" metric "$metric"
  echo "$primary is ${state:-not there}: default route via $BACKUP_VIA dev $BACKUP"
  ;;
esac
