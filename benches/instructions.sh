#!/usr/bin/env bash
# Counts the machine instructions of each program in benches/programs at a small size, under callgrind, and compares
# them with benches/instructions.txt.
#   --check (the default)  fails if a count differs by more than 3 %, and says which
#   --write                writes the table anew
#   --print                prints the counts only
# The count is that of the whole run, start-up included. The binary is the release build (ANTHILL names another one).
# With --check, `benches/order.txt` is looked at too. Another compiler makes other code: the table's first line names the
# one it was written with, and under another one differences are shown but are no failure.
set -euo pipefail
cd "$(dirname "$0")/.."
mode="${1:---check}"
size=1
table=benches/instructions.txt
command -v valgrind >/dev/null 2>&1 || { echo "valgrind is not installed" >&2; exit 2; }
if [ -z "${ANTHILL:-}" ]; then
  cargo build --release --quiet --bin anthill
  ANTHILL="${CARGO_TARGET_DIR:-target}/release/anthill"
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Prints the instructions of one program. The hash seed is fixed, the environment and the address layout too.
count() {
  env -i PATH="$PATH" PYTHONHASHSEED=0 setarch -R valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    "$ANTHILL" "$1" "$size" >"$work/out" 2>"$work/err" || { echo "$1 failed:" >&2; tail -5 "$work/err" >&2; return 1; }
  awk '/Collected/ { print $NF }' "$work/err"
}

compiler="# $(rustc --version)"
echo "$compiler" >"$work/table"
status=0
for program in benches/programs/*.py; do
  name="$(basename "$program" .py)"
  now="$(count "$program")" || { status=1; continue; }
  echo "$name $now" >>"$work/table"
  if [ "$mode" = --check ]; then
    before="$(awk -v name="$name" '$1 == name { print $2 }' "$table")"
    if [ -z "$before" ]; then
      echo "$name: not in $table"
      status=1
    elif [ $((now * 100)) -gt $((before * 103)) ] || [ $((now * 100)) -lt $((before * 97)) ]; then
      awk -v name="$name" -v a="$before" -v b="$now" \
        'BEGIN { printf "%s: %d instructions, %+.1f %% (was %d)\n", name, b, (b - a) * 100 / a, a }'
      status=1
    fi
  fi
done
case "$mode" in
  --check)
    if [ "$(head -n 1 "$table")" != "$compiler" ]; then
      echo "the table was written with $(head -n 1 "$table" | cut -c 3-): nothing is checked"
      status=0
    else
      benches/order.sh --check || exit 1
    fi
    [ "$status" = 0 ] || echo "instruction counts differ; if that is meant: benches/instructions.sh --write"
    ;;
  --write) [ "$status" = 0 ] && cp "$work/table" "$table" ;;
  --print) cat "$work/table" ;;
  *) echo "usage: benches/instructions.sh [--check|--write|--print]" >&2; exit 2 ;;
esac
exit "$status"
