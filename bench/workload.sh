# Sourced by audit-log and rules: runs a class of the package workload, which needs nothing but a JDK and so no Maven.

bench=$(CDPATH='' cd -P -- "$(dirname -- "$0")" && pwd)
. "$bench/../.mvn/find-jdk.sh"

run_workload() {
    java_home=$(find_jdk) || { echo "$no_jdk" >&2; exit 70; }
    sources=$bench/java/io/falconer/bench/workload
    classes=$bench/../target/workload
    if [ ! -f "$classes/io/falconer/bench/workload/$1.class" ] ||
        [ -n "$(find "$sources" -newer "$classes/io/falconer/bench/workload/$1.class")" ]; then
        "$java_home/bin/javac" --release 21 -d "$classes" "$sources"/*.java
    fi
    main=io.falconer.bench.workload.$1
    shift
    exec "$java_home/bin/java" -XX:+UseSerialGC -cp "$classes:$bench/resources" "$main" "$@"
}
