#!/usr/bin/env bash
# Rebuilds the guests into built/ and says which of them differ from the recorded bytes.
#
#   usage: build.sh [--tools FOLDER] [--record] [GUEST...]
#
#   GUEST      a folder beside this script; without any, all of them
#   --tools    where the toolchains live, and are made when missing; default: target/guest-tools of the repository
#   --record   write the digests of what was built into SHA256SUMS
#
# Exit status: 0 all as recorded, 1 something differs or failed, 2 wrong usage.
set -euo pipefail
shopt -s inherit_errexit

here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
tools=$repository/target/guest-tools
record=false
guests=()

while [ $# -gt 0 ]; do
    case $1 in
    --tools) [ $# -ge 2 ] || { echo "build.sh: --tools needs a folder" >&2; exit 2; }; tools=$2; shift 2 ;;
    --record) record=true; shift ;;
    -*) sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    *) guests+=("${1%/}"); shift ;;
    esac
done

export LC_ALL=C SOURCE_DATE_EPOCH=0
mkdir -p "$tools" "$here/built"
tools=$(cd "$tools" && pwd)
source "$here/toolchain/versions.sh"
source "$here/toolchain/recipes.sh"

if [ ${#guests[@]} -eq 0 ]; then
    for folder in "$here"/*/; do
        name=$(basename "$folder")
        recipe_of "$name" >/dev/null && guests+=("$name")
    done
fi

# Every guest of a family has the world in its own folder, as its author would; the copies must not drift apart.
for family in telemetry shapes; do
    for world in "$here/$family"-*/wit/"$family.wit"; do
        cmp -s "$here/$family-rust/wit/$family.wit" "$world" || {
            echo "build.sh: expected $world to be the same as that of $family-rust; copy the one to the other" >&2
            exit 1
        }
    done
done

built=()
for guest in "${guests[@]}"; do
    recipe=$(recipe_of "$guest") || { echo "build.sh: '$guest' is not a guest beside this script" >&2; exit 2; }
    echo "building $guest"
    files=$("$recipe" "$guest")
    built+=($files)
done

status=0
for file in "${built[@]}"; do
    recorded=$(awk -v file="built/$file" '$2 == file { print $1 }' "$here/SHA256SUMS" 2>/dev/null || true)
    actual=$(cd "$here" && sha256sum "built/$file" | cut -d' ' -f1)
    size=$(stat -c %s "$here/built/$file")
    if [ "$recorded" = "$actual" ]; then
        echo "same     $file ($size bytes)"
    else
        echo "differs  $file ($size bytes): expected ${recorded:-no record}, found $actual"
        $record || status=1
    fi
done

if $record; then
    (cd "$here" && sha256sum built/*.wasm >SHA256SUMS)
fi
exit $status
