#!/bin/sh
# Reads a Code Quality report of GitLab with jq, prints what it holds, and exits with 1 when something is amiss.
# Usage: read_gitlab.sh FILE. Checked: an array without a byte order mark; the keys that GitLab requires, with values it
# knows; paths that are relative and do not begin with `./`; fingerprints that are all different.
set -eu

case $(head -c 3 "$1" | od -An -tx1 | tr -d ' \n') in
  efbbbf) echo "the file begins with a byte order mark"; exit 1 ;;
esac

faults=$(jq -r '
  def is_text: type == "string" and . != "";
  if type != "array" then "the report is no array" else
    (to_entries[] | .key as $place | .value |
      (select(.description | is_text | not) | "\($place): no description"),
      (select(.check_name | is_text | not) | "\($place): no check_name"),
      (select(.fingerprint | is_text | not) | "\($place): no fingerprint"),
      (select(.severity | IN("info", "minor", "major", "critical", "blocker") | not) | "\($place): no severity"),
      (select(.location.path | is_text | not) | "\($place): no path"),
      (select(.location.path | strings | test("^(/|\\./)")) | "\($place): the path \(.location.path) is not relative"),
      (select(.location.lines.begin | (type == "number" and . >= 1) | not) | "\($place): no line")),
    (group_by(.fingerprint)[] | select(length > 1) | "\(length) entries have the fingerprint \(.[0].fingerprint)")
  end' "$1")

if [ -n "$faults" ]; then
  echo "$faults"
  exit 1
fi
jq -r '"\(length) entries" + ([group_by(.severity)[] | ", \(length) \(.[0].severity)"] | add // "")' "$1"
