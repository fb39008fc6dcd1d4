#!/bin/sh
# Posts each event, as the JSON that nlmon writes, to a URL.
#
#   WEBHOOK_URL=https://example.com/hook \
#     nlmon --on link.up,link.down,addresses.changed --exec-retry 5 --exec ./notify-webhook.sh
#
# What happens during a post, or while one is tried again, becomes one more post: "coalesced" says how many events it
# stands for, "events" has what changed of each object. With --exec-each every event is a post of its own.
#
#   WEBHOOK_URL         where to
#   WEBHOOK_TOKEN_FILE  a file with a token for "Authorization: Bearer"; never on a command line, which all can read
#
# Needs curl.
set -eu

: "${WEBHOOK_URL:?set WEBHOOK_URL}"
command -v curl >/dev/null || {
  echo "curl is not installed" >&2
  exit 1
}

# curl reads its settings from here, so that the token is in no list of processes.
settings() {
  [ -z "${WEBHOOK_TOKEN_FILE:-}" ] || printf 'header = "Authorization: Bearer %s"\n' "$(cat "$WEBHOOK_TOKEN_FILE")"
}

# The event may be longer than an argument may be (128 KiB).
exec 3<&0
settings | curl --config - --silent --show-error --fail --max-time 20 \
  --header "Content-Type: application/json" --data-binary @/dev/fd/3 --output /dev/null "$WEBHOOK_URL"
