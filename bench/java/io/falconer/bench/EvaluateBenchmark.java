package io.falconer.bench;

import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Judging 1,000 audit events, none of which fires, by rules that read the same fields however many they are. Comparisons
 * allocate nothing if, with {@code -prof gc}, an event costs about as many bytes with 500 rules as with 50: all that is
 * allocated is the event's slots, the values in them, and a byte for each condition that rules share.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EvaluateBenchmark {
    private static final int EVENTS = 1000;

    @Param({"50", "500"})
    public int rules;

    private Engine engine = Engine.of(new RuleLoader(Emulation.DEFAULT).ruleSet(), RuleMatching.ALL, Priority.DEBUG);
    private List<Event> events = List.of();

    @Setup
    public void load() {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        String text =
                IntStream.range(0, rules).mapToObj(EvaluateBenchmark::rule).collect(Collectors.joining());
        if (!loader.load(SourceFile.of("bench.yaml", text)).successful()) {
            throw new IllegalStateException("the benchmark's rules do not load");
        }
        engine = Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        events = new EventReader()
                .read(
                        "bench.json",
                        IntStream.range(0, EVENTS)
                                .mapToObj(EvaluateBenchmark::event)
                                .collect(Collectors.joining("\n")));
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public void event(Blackhole alerts) {
        for (Event event : events) {
            List<Alert> found = engine.evaluate(event);
            alerts.consume(found);
        }
    }

    /** Conditions that look at each kind of comparison but the regular expressions, whose library allocates. */
    private static String rule(int number) {
        String last =
                switch (number % 6) {
                    case 0 -> "ka.user.name in (absent%d, missing%d)";
                    case 1 -> "ka.req.pod.containers.image.repository intersects (evil%d, worse%d)";
                    case 2 -> "ka.user.name startswith evil%d or ka.user.name contains worse%d";
                    case 3 -> "ka.target.namespace glob evil%d-* or ka.target.name icontains WORSE%d";
                    case 4 -> "ka.uri pmatch (/apis/evil%d, /apis/worse%d)";
                    default -> "jevt.value[/requestObject/spec/hostPID] = evil%d or ka.req.pod.host_network = worse%d";
                };
        return """
                - rule: Rule %d
                  desc: nothing of this is there
                  condition: ka.verb in (create, update) and ka.target.resource = pods and (%s)
                  output: fired (user=%%ka.user.name)
                  priority: WARNING
                  source: k8s_audit
                """.formatted(number, last.formatted(number, number));
    }

    private static String event(int number) {
        return """
                {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"%d","stage":"ResponseComplete",\
                "requestURI":"/api/v1/namespaces/team-%d/pods","verb":"create","user":{"username":"alice-%d"},\
                "objectRef":{"resource":"pods","namespace":"team-%d","name":"pod-%d"},"responseStatus":{"code":201},\
                "requestObject":{"spec":{"containers":[{"name":"a","image":"nginx:%d"},{"name":"b","image":"redis"}]}},\
                "stageTimestamp":"2026-03-01T10:00:00.000000Z"}""".formatted(number, number % 7, number % 11, number % 7, number, number % 5);
    }
}
