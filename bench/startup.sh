#!/bin/sh
# Size, time and peak memory of what is built: the native executable, and the jar with its archive of classes.
# bench/startup.sh [RUNS] prints a table; times are medians in milliseconds, memory the median of the peaks.
set -eu
cd "$(dirname "$0")/.."
runs=${1:-10}
policy=fixtures/quickstart/policy.yaml
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT

# Prints the median of a column of figures.
median() {
    sort -n -k "$1" "$figures" | awk -v column="$1" '{ value[NR] = $column } END { print value[int((NR + 1) / 2)] }'
}

# Prints a row: a name, then the median time and peak memory of a command.
measure() {
    name=$1
    shift
    "$@" >/dev/null # the first run is not counted: it reads files from the disk, and the launcher may make its archive
    : >"$figures"
    i=0
    while [ "$i" -lt "$runs" ]; do
        begin=$(date +%s%N)
        peak=$(/usr/bin/env time -f '%M' "$@" 2>&1 >/dev/null)
        end=$(date +%s%N)
        echo "$(((end - begin) / 1000000)) $peak" >>"$figures"
        i=$((i + 1))
    done
    printf '| %-34s | %5d ms | %4d MB |\n' "$name" "$(median 1)" "$(($(median 2) / 1024))"
}

size() {
    echo $((($(wc -c <"$1") + 500000) / 1000000))
}

executable=$(ls -t target/falconer-*-runner 2>/dev/null | head -n 1)
jar=$(ls -t target/falconer-*-runner.jar 2>/dev/null | head -n 1)
printf '| %-34s | %8s | %7s |\n' "median of $runs" time peak
printf '|%s|%s|%s|\n' ------------------------------------ ---------: --------:
measure 'a process that does nothing' true
if [ -n "$executable" ]; then
    measure 'native: --version' "$executable" --version
    measure 'native: prove, quick start' "$executable" prove "$policy"
fi
if [ -n "$jar" ]; then
    # The launcher prefers an executable, so the jar is started by one that sees none.
    elsewhere=$(mktemp -d)
    mkdir "$elsewhere/target"
    ln -s "$PWD/$jar" "$elsewhere/target/"
    ln -s "$PWD/.mvn" "$PWD/fixtures" "$elsewhere/"
    cp falconer "$elsewhere/"
    measure 'JVM: --version' "$elsewhere/falconer" --version
    measure 'JVM: prove, quick start' "$elsewhere/falconer" prove "$policy"
    rm -rf "$elsewhere"
fi
if [ -n "$executable" ]; then echo "native executable: $(size "$executable") MB"; fi
if [ -n "$jar" ]; then echo "jar: $(size "$jar") MB"; fi
