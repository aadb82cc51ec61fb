#!/usr/bin/env bash
# Looks for bad unsafe code: runs sample programs with a build that gives every heap block its own system allocation
# (feature `system-blocks`), under AddressSanitizer.
#
#     tests/tools/sanitize.sh                          all of tests/programs and examples
#     tests/tools/sanitize.sh tests/programs/list      these folders and files
#     RUNS="plain stress" tests/tools/sanitize.sh …    also with a collection at every allocation of a container
#
# Needs a nightly toolchain with the sanitizer's runtime; without one valgrind's memcheck takes its place (VALGRIND=1
# asks for it). Only the sanitizer's findings count here: what programs print is compared by `cargo test`. Exit status
# 1 if there is a finding; reports go to target/sanitize/findings.
set -uo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
triple=$(rustc -vV | sed -n 's/^host: //p')
findings=$root/target/sanitize/findings
jobs=${JOBS:-2}
export CARGO_TARGET_DIR=$root/target/sanitize CARGO_PROFILE_DEV_OPT_LEVEL=1

if [ -z "${VALGRIND:-}" ] && rustup toolchain list | grep -q nightly; then
  RUSTFLAGS="-Zsanitizer=address" cargo +nightly build --target "$triple" --features system-blocks || exit 2
  binary=$root/target/sanitize/$triple/debug/anthill
  tool=()
  export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:quarantine_size_mb=64:exitcode=99
  # Locals must lie on the real stack: their addresses tell how deep it is.
  ASAN_OPTIONS+=:detect_stack_use_after_return=0
else
  cargo build --features system-blocks || exit 2
  binary=$root/target/sanitize/debug/anthill
  # The value stack is one large reservation, which valgrind's default does not expect.
  tool=(valgrind -q --error-exitcode=99 --max-stackframe=16777216)
fi

[ "$(${tool[@]+"${tool[@]}"} "$binary" -c "print(6 * 7)")" = 42 ] || { echo "the build does not work"; exit 2; }

rm -rf "$findings"
mkdir -p "$findings"

# One program: its folder of reference, its path in it, the run's flag.
check() {
  local folder=$1 program=$2 flag=$3 name input=/dev/null status
  name=$(echo "$program$flag" | tr / _)
  [ -f "$folder/${program%.py}.in" ] && input=$folder/${program%.py}.in
  (cd "$folder" && PYTHONHASHSEED=0 timeout "${LIMIT:-300}" ${TOOL:-} "$BINARY" $flag "$program" <"$input" >/dev/null 2>"$FINDINGS/$name")
  status=$?
  if [ $status -eq 99 ] || [ $status -ge 124 ] || grep -q "panicked at\|ERROR: AddressSanitizer\|^==[0-9]*== " "$FINDINGS/$name"; then
    echo "finding (exit $status): $program $flag"
  else
    rm -f "$FINDINGS/$name"
  fi
}
export -f check
export BINARY=$binary FINDINGS=$findings TOOL="${tool[*]:-}"

list() {
  for place in "${@:-tests/programs}"; do
    find "$root/$place" -name '*.py' -not -path '*/_*' | sort
  done
}
[ $# -eq 0 ] && set -- tests/programs examples
for run in ${RUNS:-plain}; do
  flag=
  [ "$run" = plain ] || flag=--$run
  list "$@" | while read -r path; do
    if [ "$run" != plain ] && head -1 "$path" | grep -q '^# runs: plain'; then continue; fi
    case $path in
      "$root"/tests/programs/*) printf '%s\0%s\0%s\0' "$root/tests/programs" "${path#"$root"/tests/programs/}" "$flag" ;;
      *) printf '%s\0%s\0%s\0' "$(dirname "$path")" "$(basename "$path")" "$flag" ;;
    esac
  done | xargs -0 -n 3 -P "$jobs" bash -c 'check "$@"' check
done
if [ -n "$(ls -A "$findings")" ]; then
  echo "findings in $findings"
  exit 1
fi
echo "no findings"
