package io.falconer.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.Shared;
import io.falconer.event.json.Json;
import io.falconer.event.json.LineScanner;
import io.falconer.event.reader.EventReader;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fields have the same values where a scanner keeps no more of the document than they say they read. */
class LazyFieldsTest {
    @Test
    void everyFieldReadsNoMoreThanItSays() throws IOException {
        List<AuditEvent> events = events();
        Set<String> fields = fields();
        assertThat(events).hasSizeGreaterThan(60);
        assertThat(fields).hasSizeGreaterThan(100);
        int values = 0;
        for (String name : fields) {
            Resolution.Found field = resolve(name);
            Extractor extractor = Extractors.of(EventSource.K8S_AUDIT, field.field(), field.argument());
            DocumentPaths reads = Extractors.reads(EventSource.K8S_AUDIT, field.field(), field.argument());
            LineScanner scanner = new LineScanner(reads.projection());
            for (AuditEvent event : events) {
                Value whole = extractor.extract(event);
                values += whole == Value.None.NONE ? 0 : 1;
                assertThat(extractor.extract(narrow(event, scanner)))
                        .as(() -> name + " of " + event.document())
                        .isEqualTo(whole);
            }
        }
        assertThat(values).isGreaterThan(2000);
    }

    /** If a field does not say what it reads, every document is kept as a whole, which is right but slow. */
    @Test
    void onlyTheFieldsThatShowAllOfAnEventReadAllOfIt() {
        List<String> whole = FieldCatalogue.of(EventSource.K8S_AUDIT).fields().stream()
                .filter(field -> Extractors.reads(EventSource.K8S_AUDIT, field, Optional.of("/user/username"))
                                .equals(DocumentPaths.ALL.and(DocumentPaths.of("auditID")))
                        || Extractors.reads(EventSource.K8S_AUDIT, field, Optional.of("/user/username"))
                                .equals(DocumentPaths.ALL))
                .map(Field::name)
                .toList();
        assertThat(whole).containsExactlyInAnyOrder("evt.plugininfo", "jevt.obj", "json.obj");
    }

    private static AuditEvent narrow(AuditEvent event, LineScanner scanner) {
        byte[] text = event.document().compact().getBytes(StandardCharsets.UTF_8);
        assertThat(scanner.scan(text, 0, text.length)).isEqualTo(text.length);
        Json document = scanner.view(text);
        return new AuditEvent(document, event.number(), event.nanos(), event.firstNanos(), event.origin());
    }

    private static List<AuditEvent> events() throws IOException {
        List<Event> events = new ArrayList<>();
        EventReader reader = new EventReader();
        for (String file : List.of("fields/events.jsonl", "conditions/events.jsonl")) {
            reader.read(Shared.path("conformance").resolve(file), events::add);
        }
        return events.stream()
                .flatMap(event -> event instanceof AuditEvent audit ? Stream.of(audit) : Stream.of())
                .toList();
    }

    /** Those of the catalogue, and those that Falco was asked for, with their arguments. */
    private static Set<String> fields() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(
                "jevt.value[/requestObject/spec/containers/0/image]",
                "jevt.value[/requestObject/spec/containers/image]",
                "jevt.value[/a~1b/0]",
                "jevt.value[]",
                "ka.uri.param[limit]",
                "ka.req.pod.containers.image[1]"));
        FieldCatalogue.of(EventSource.K8S_AUDIT).fields().stream()
                .map(Field::name)
                .filter(LazyFieldsTest::resolves)
                .forEach(names::add);
        Path recorded = Shared.path("conformance/fields/values.jsonl");
        try (Stream<String> lines = Files.lines(recorded)) {
            for (String line : lines.toList()) {
                JsonNode fields = new ObjectMapper().readTree(line).get("fields");
                fields.fieldNames().forEachRemaining(names::add);
            }
        }
        return names;
    }

    private static boolean resolves(String name) {
        return FieldCatalogue.of(EventSource.K8S_AUDIT).resolve(name, Optional.empty()) instanceof Resolution.Found;
    }

    private static Resolution.Found resolve(String text) {
        int bracket = text.indexOf('[');
        String name = bracket < 0 ? text : text.substring(0, bracket);
        Optional<String> argument =
                bracket < 0 ? Optional.empty() : Optional.of(text.substring(bracket + 1, text.length() - 1));
        return switch (FieldCatalogue.of(EventSource.K8S_AUDIT).resolve(name, argument)) {
            case Resolution.Found found -> found;
            case Resolution.Refused refused -> throw new AssertionError(text + ": " + refused.message());
        };
    }
}
