#!/usr/bin/env bash
# Writes the tables of docs/conformance.md from what './nacre conformance --json FILE' wrote.
#
#   conformance/tables.sh FILE PREFIX
#
# PREFIX is what stands before the scripts' own folders in the paths of FILE, for example 'scripts/'. Needs jq.
set -euo pipefail

results=$1
prefix=$2

# Turns results into rows: folder, script, and the command.
rows='[.files[] | (.file | ltrimstr($prefix) | split("/")) as $path
  | .commands[] + {folder: $path[0], script: ($path[:-1] | join("/"))}
  | . + {kind: (if (.type | test("^module")) then "module"
                elif (.type | test("malformed|invalid|unlinkable")) then "reject"
                else "call" end)}]'

table() {
  jq -r --arg prefix "$prefix" "$rows | $1" "$results"
}

echo '| folder | scripts | passed | failed | skipped | text only | modules that succeed | rejections that pass | run-time assertions that pass |'
echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
table '
  def count(f): map(select(f)) | length;
  def share(k): "\(count(.kind == k and .outcome == "passed")) of \(count(.kind == k and (.outcome == "passed" or .outcome == "failed")))";
  def line(name): "| \(name) | \(map(.script) | unique | length) | \(count(.outcome == "passed")) | \(count(.outcome == "failed")) | \(count(.outcome == "skipped")) | \(count(.outcome == "not counted")) | \(share("module")) | \(share("reject")) | \(share("call")) |";
  (group_by(.folder)[] | line(.[0].folder)), line("all")'

echo
echo '| skipped because it needs | commands |'
echo '| --- | ---: |'
table 'map(select(.outcome == "skipped")) | group_by(.reason)[] | "| \(.[0].reason) | \(length) |"'


echo
echo 'Failures:'
echo
echo '| script | line | command | what was found |'
echo '| --- | ---: | --- | --- |'
table 'map(select(.outcome == "failed"))[] | "| \(.script) | \(.line) | \(.type) | \(.reason | gsub("\\|"; "\\|")) |"'

echo
echo 'Modules that are skipped:'
echo
echo '| script | lines | needs |'
echo '| --- | --- | --- |'
table 'map(select(.kind == "module" and .outcome == "skipped")) | group_by([.script, .reason])[]
  | "| \(.[0].script) | \(map(.line | tostring) | join(", ")) | \(.[0].reason) |"'

echo
echo 'Run-time assertions that count:'
echo
echo '| script | count | lines |'
echo '| --- | ---: | --- |'
table 'map(select(.kind == "call" and (.outcome == "passed" or .outcome == "failed"))) | group_by(.script)[]
  | "| \(.[0].script) | \(length) | \(map(.line | tostring) | join(", ")) |"'
