package io.falconer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.bench.workload.AuditLog;
import io.falconer.bench.workload.RuleSetText;
import io.falconer.engine.Engine;
import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.json.Json;
import io.falconer.event.reader.EventReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation says of the made log and the made rules. */
class AuditLogTest {
    private static final int EVENTS = 20_000;

    @Test
    void aSeedStandsForTheSameBytes() throws IOException {
        assertThat(log(7, 1000)).isEqualTo(log(7, 1000)).isNotEqualTo(log(8, 1000));
        assertThat(Arrays.copyOf(log(7, 1000), 100_000)).isEqualTo(Arrays.copyOf(log(7, 2000), 100_000));
        assertThat(RuleSetText.of(50, 7)).isEqualTo(RuleSetText.of(50, 7)).isNotEqualTo(RuleSetText.of(50, 8));
    }

    @Test
    void aLargerRuleSetBeginsWithTheSmallerOne() {
        assertThat(RuleSetText.of(500, 7)).startsWith(RuleSetText.of(50, 7));
        assertThat(Workload.rules(50).rules()).hasSize(50);
        assertThat(Workload.rules(2500).rules()).hasSize(2500);
    }

    @Test
    void eachLineIsAnEventOfTheSizeThatIsSaid() throws IOException {
        byte[] log = log(1, EVENTS);
        EventReader reader = new EventReader();
        List<Event> events = new ArrayList<>();
        reader.read("log.jsonl", new ByteArrayInputStream(log), events::add);
        assertThat(events).hasSize(EVENTS);
        assertThat(events.getLast().origin().line()).isEqualTo(EVENTS);
        assertThat(reader.skips().total()).isZero();
        assertThat(log.length / EVENTS).isBetween(1100, 1200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneEventInTwentyMatchesHoweverManyRulesThereAre(long seed) throws IOException {
        List<Event> events = new ArrayList<>();
        new EventReader().read("log.jsonl", new ByteArrayInputStream(log(seed, EVENTS)), events::add);
        for (int rules : List.of(50, 500)) {
            Engine engine = Workload.engine(rules);
            long matching = events.stream()
                    .filter(event -> !engine.evaluate(event).isEmpty())
                    .count();
            assertThat(matching).as("%d rules", rules).isBetween(EVENTS / 25L, EVENTS / 16L);
        }
    }

    @Test
    void podsHaveOneToTwelveContainers() {
        Set<Integer> numbers = Workload.events(EVENTS).stream()
                .map(event -> containers((AuditEvent) event))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toSet()));
    }

    private static Optional<Integer> containers(AuditEvent event) {
        return event.document()
                .get("requestObject")
                .flatMap(object -> object.get("spec"))
                .flatMap(spec -> spec.get("containers"))
                .map(Json::items)
                .map(List::size);
    }

    private static byte[] log(long seed, int events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditLog(seed).write(out, events);
        return out.toByteArray();
    }
}
