# Sourced by run and replay: compiles Falconer and the benchmarks, then sets root, java and classpath.

root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/.." && pwd)
(cd "$root" && ./mvnw -q -Pbench test-compile org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test)
classpath=$root/target/test-classes:$root/target/classes:$(cat "$root/target/bench.classpath")
. "$root/.mvn/find-jdk.sh"
java=$(find_jdk)/bin/java
