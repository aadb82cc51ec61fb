#!/bin/sh
# Cargo calls this instead of rustc (.cargo/config.toml). Optimised crates are compiled with the counts in
# branches.profdata of how often each branch is taken in ordinary programs; all others, and all under a compiler too old
# to read the counts, as they would be without it. Functions that changed since the counts were taken go without, and
# rustc is told not to warn of each. As units.py lists many functions several times, the number of often run blocks from
# which LLVM takes a program to be too large for its caches is given anew, three times its usual value; beyond it
# functions without counts are compiled for size. With ANTHILL_COUNT=FOLDER the crates are compiled to write such counts to that
# folder. An empty RUSTC_WRAPPER in the environment leaves this script out.
case " $* " in
*" opt-level=3 "*) ;;
*) exec "$@" ;;
esac
if [ -n "$ANTHILL_COUNT" ]; then
    exec "$@" "-Cprofile-generate=$ANTHILL_COUNT"
fi
counts="${0%/*}/branches.profdata"
llvm=$("$1" -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
if [ "${llvm:-0}" -ge 22 ] && [ -f "$counts" ]; then
    exec "$@" "-Cprofile-use=$counts" -Cllvm-args=-no-pgo-warn-mismatch \
        -Cllvm-args=-profile-summary-large-working-set-size-threshold=37500 \
        -Cllvm-args=-profile-summary-huge-working-set-size-threshold=45000
fi
exec "$@"
