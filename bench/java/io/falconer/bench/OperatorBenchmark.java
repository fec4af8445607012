package io.falconer.bench;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.event.Event;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One event judged by one rule of one comparison, which does not hold. What {@code exists} takes is the cost of judging and
 * extracting; what another operator takes beyond that is its own. The number is that of the elements of a list; addresses
 * and networks are those of a system call, under {@code in}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OperatorBenchmark {
    @Param({
        "exists",
        "=",
        "!=",
        "startswith",
        "endswith",
        "contains",
        "icontains",
        "glob",
        "iglob",
        "regex",
        "in 3",
        "in 100000",
        "in of a list field 3",
        "in of a list field 100000",
        "intersects 3",
        "intersects 100000",
        "pmatch 3",
        "pmatch 100000",
        "addresses 3",
        "addresses 100000",
        "networks 3",
        "networks 100000"
    })
    public String comparison = "exists";

    private String operator = "";
    private Engine engine = Workload.engine(0);
    private Event event = SampleEvents.connection();

    @Setup
    public void load() {
        String[] words = comparison.split(" (?=[0-9])");
        operator = words[0];
        int size = words.length > 1 ? Integer.parseInt(words[1]) : 3;
        boolean syscall = operator.equals("addresses") || operator.equals("networks");
        event = syscall ? SampleEvents.connection() : SampleEvents.pod();
        engine = Workload.engine(Workload.load(SourceFile.of(
                "rule.yaml", """
                - list: elements
                  items: [%s]
                - rule: One
                  desc: It holds for nothing
                  condition: %s
                  output: never
                  priority: NOTICE
                  source: %s
                """.formatted(elements(size), condition(), syscall ? "syscall" : "k8s_audit"))));
        if (!engine.evaluate(event).isEmpty()) {
            throw new IllegalStateException(condition() + " holds");
        }
    }

    @Benchmark
    public List<Alert> event() {
        return engine.evaluate(event);
    }

    private String condition() {
        return switch (operator) {
            case "exists" -> "ka.impuser.name exists";
            case "!=" -> "ka.verb != create";
            case "glob", "iglob" -> "ka.uri " + operator + " \"*/team-?/*s\"";
            case "regex" -> "ka.uri regex \"/team-[0-9]+/.*s\"";
            case "in" -> "ka.user.name in (elements)";
            case "in of a list field" -> "ka.req.pod.containers.image in (elements)";
            case "intersects" -> "ka.req.pod.containers.image intersects (elements)";
            case "pmatch" -> "ka.uri pmatch (elements)";
            case "addresses" -> "evt.type = connect and fd.sip in (elements)";
            case "networks" -> "evt.type = connect and fd.snet in (elements)";
            default -> "ka.user.name " + operator + " absent";
        };
    }

    private String elements(int size) {
        return IntStream.range(0, size).mapToObj(this::element).collect(Collectors.joining(", "));
    }

    private String element(int i) {
        String number = (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255);
        return switch (operator) {
            case "pmatch" -> "/api/v1/nowhere/" + i;
            case "addresses" -> "10." + number;
            case "networks" -> "\"10." + number + "/32\"";
            default -> "registry.example.com/absent/" + i;
        };
    }
}
