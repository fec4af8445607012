package io.falconer.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.event.json.Json;
import io.falconer.event.json.YamlJson;
import io.falconer.event.manifest.AuditOptions;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import io.falconer.yaml.Entry;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code event} of a test: one entry or a list of entries. */
final class EventSpecReader {
    /** The time of events in suites that do not state one. It is fixed, so suites give the same result on any day. */
    private static final Instant INSTANT = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> FORMS = List.of("file", "manifest", "audit", "syscall");

    private final SourceFile source;

    EventSpecReader(SourceFile source) {
        this.source = source;
    }

    List<EventSpec> read(MappingReader test) {
        Optional<YamlNode> node = test.node("event");
        if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
            return test.mapping(mapping, "\"event\"").map(this::entry).orElseGet(List::of);
        }
        List<EventSpec> specs = new ArrayList<>();
        for (MappingReader entry : test.mappings("event")) {
            specs.addAll(entry(entry));
        }
        if (node.isPresent()
                && node.get() instanceof YamlNode.Sequence list
                && list.items().isEmpty()) {
            test.error(list.span(), "missing-event", "the list of events is empty");
        }
        return specs;
    }

    private List<EventSpec> entry(MappingReader reader) {
        List<EventSpec> specs = new ArrayList<>();
        reader.string("file").ifPresent(f -> specs.add(new EventSpec.FromFile(ref(f))));
        reader.string("manifest").ifPresent(m -> specs.add(new EventSpec.FromManifest(ref(m), options(reader))));
        reader.mapping("audit").ifPresent(a -> specs.add(audit(a.node())));
        Optional<YamlNode> syscall = reader.node("syscall");
        if (syscall.isPresent() && syscall.get() instanceof YamlNode.Sequence list) {
            reader.mappings("syscall").forEach(s -> specs.add(syscall(s)));
            if (list.items().isEmpty()) {
                reader.error(list.span(), "missing-event", "the list of system calls is empty");
            }
        } else {
            reader.mapping("syscall").ifPresent(s -> specs.add(syscall(s)));
        }
        long forms = FORMS.stream().filter(reader::has).count();
        reader.finish();
        if (forms != 1) {
            reader.error(
                    reader.span(),
                    "missing-event",
                    forms == 0 ? "the event has no source" : "the event has several sources",
                    "give one of file, manifest, audit and syscall; write several events as a list");
        }
        return specs;
    }

    private static AuditOptions options(MappingReader reader) {
        AuditOptions options = AuditOptions.at(INSTANT);
        options =
                reader.string("user").map(Located::value).map(options::withUser).orElse(options);
        options = reader.string("namespace")
                .map(Located::value)
                .map(options::withNamespace)
                .orElse(options);
        options = reader.choice("verb", Vocabulary.VERBS)
                .map(Located::value)
                .map(options::withVerb)
                .orElse(options);
        return reader.choice("view", Vocabulary.VIEWS)
                .map(Located::value)
                .map(options::withView)
                .orElse(options);
    }

    /** An audit event. Keys that every event has, and without which Falco drops an event, are filled in if they are absent. */
    private EventSpec audit(YamlNode.Mapping mapping) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "Event");
        event.put("apiVersion", "audit.k8s.io/v1");
        event.put("level", "RequestResponse");
        event.put("auditID", "00000000-0000-4000-8000-000000000000");
        event.put("stage", "ResponseComplete");
        event.put("stageTimestamp", INSTANT.toString());
        YamlJson.of(mapping).properties().forEach(e -> event.set(e.getKey(), e.getValue()));
        return new EventSpec.Inline(event.toString(), location(mapping));
    }

    private EventSpec syscall(MappingReader fields) {
        fields.node().entries().forEach(entry -> known(entry, fields));
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("source", "syscall");
        event.set("fields", YamlJson.of(fields.node()));
        return new EventSpec.Inline(event.toString(), location(fields.node()));
    }

    private static void known(Entry entry, MappingReader fields) {
        Optional<Json> value = Json.parse(YamlJson.of(entry.value()).toString());
        value.flatMap(v -> SyscallFieldValidator.of(entry.name(), v)).ifPresent(problem -> {
            boolean named = problem.code().equals("unknown-field");
            Span place = named ? entry.key().span() : entry.value().span();
            fields.error(place, problem.code(), problem.message(), problem.hint());
        });
    }

    private FileRef ref(Located<String> path) {
        return new FileRef(path.value(), new Location(source, path.span()));
    }

    private Location location(YamlNode node) {
        return new Location(source, node.span());
    }
}
