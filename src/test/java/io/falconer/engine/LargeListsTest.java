package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.SourceFile;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list of many items costs an event what a short one does; looked through, it would cost 3,000 times as much. */
class LargeListsTest {
    private static final int MANY = 30_000;
    private static final int FEW = 10;
    private static final int MOST_TIMES_SLOWER = 10;
    private static final int EVENTS = 200;
    private static final int ROUNDS = 50;

    enum Kind {
        IN("k8s_audit", "ka.user.name in", i -> "user-" + i),
        INTERSECTS("k8s_audit", "ka.user.groups intersects", i -> "group-" + i),
        SUBSET("k8s_audit", "ka.user.groups in", i -> "group-" + i),
        PATHS("k8s_audit", "ka.uri pmatch", i -> "/apis/v1/namespaces/ns-" + i + "/pods"),
        GLOBBED_PATHS("k8s_audit", "ka.uri pmatch", i -> "/apis/*/namespaces/ns-" + i + "-*"),
        V4("syscall", "fd.snet in", i -> "\"10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "/32\""),
        V6(
                "syscall",
                "fd.snet in",
                i -> "\"fd00:" + Integer.toHexString(i >> 16) + ":" + Integer.toHexString(i & 0xFFFF) + "::/48\""),
        ADDRESSES("syscall", "fd.sip in", i -> "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)),
        NUMBERS("syscall", "proc.pid in", i -> String.valueOf(i + 1000)),
        OCTETS("syscall", "evt.buffer in", i -> "buffer-" + i);

        private final String source;
        private final String comparison;
        private final IntFunction<String> item;

        Kind(String source, String comparison, IntFunction<String> item) {
            this.source = source;
            this.comparison = comparison;
            this.item = item;
        }

        Engine engine(int items) {
            String list = IntStream.range(0, items).mapToObj(item).collect(Collectors.joining(", "));
            String text = "- rule: r\n  desc: d\n  condition: '" + comparison + " (" + list
                    + ")'\n  output: o\n  priority: INFO\n  source: " + source + "\n";
            RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
            assertThat(loader.load(SourceFile.of("rules.yaml", text)).errors()).isEmpty();
            return Engine.of(loader.ruleSet(), RuleMatching.ALL, Priority.DEBUG);
        }
    }

    private static final int MISSES = 16;

    /** Far from each other, so that some meet the places in a hash table that the items of a list crowd. */
    private static final List<Event> NOTHING_FIRES = IntStream.rangeClosed(1, MISSES)
            .mapToObj(miss -> events(-miss))
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Timeout(120)
    void costNoMoreThanShortOnes(Kind kind) {
        Engine few = kind.engine(FEW);
        Engine many = kind.engine(MANY);
        assertThat(events(MANY - 1))
                .anySatisfy(event -> assertThat(many.evaluate(event)).hasSize(1));
        assertThat(events(MANY - 1))
                .allSatisfy(event -> assertThat(few.evaluate(event)).isEmpty());
        assertThat(NOTHING_FIRES)
                .allSatisfy(event -> assertThat(many.evaluate(event)).isEmpty());
        assertThat(best(many, kind)).isLessThan(best(few, kind) * MOST_TIMES_SLOWER);
    }

    /** The least time of many rounds: other processes can only make a round longer. */
    private static long best(Engine engine, Kind kind) {
        List<Event> events = NOTHING_FIRES.stream()
                .filter(event -> event.source().id().equals(kind.source))
                .toList();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < EVENTS; i++) {
                engine.evaluate(events.get(i % events.size()));
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    /** An audit event and system calls with item {@code i} of each list, or with none for a negative one. */
    private static List<Event> events(int i) {
        String v4 = i < 0 ? "192.168." + (-i * 15) + ".1" : Kind.ADDRESSES.item.apply(i);
        String v6 = i < 0 ? "fe80::1" : Kind.V6.item.apply(i).replace("\"", "").replace("::/48", "::1");
        return new EventReader().read("events", """
                {"kind":"Event","auditID":"1","requestURI":"/apis/v1/namespaces/ns-%1$d/pods/x","user":{"username":"user-%1$d","groups":["group-%1$d"]},"stageTimestamp":"2024-01-02T16:04:05Z"}
                {"kind":"Event","auditID":"1","requestURI":"/apis/v1/namespaces/ns-%1$d-x/pods","stageTimestamp":"2024-01-02T16:04:05Z"}
                {"source":"syscall","fields":{"evt.type":"connect","fd.sip":"%2$s","proc.pid":%3$d,"evt.buffer":"buffer-%1$d"}}
                {"source":"syscall","fields":{"evt.type":"connect","fd.sip":"%4$s"}}
                """.formatted(i, v4, 1000 + (i < 0 ? MANY - i * 4000 : i), v6));
    }
}
