package io.falconer.suite;

import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.SyscallEvent;
import io.falconer.event.json.Member;
import io.falconer.event.reader.EventReader;
import io.falconer.suite.EventSpec.FromFile;
import io.falconer.suite.EventSpec.FromManifest;
import io.falconer.suite.EventSpec.Inline;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gets the events of one test. An event that cannot be used is an error, because a test must not pass only because Falco would
 * drop its event.
 */
final class TestEvents {
    private final ReferencedFiles sources;
    private final EventReader reader = new EventReader();
    private final List<Event> events = new ArrayList<>();
    private final List<List<Event>> byEntry = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private final DroppedEvents dropped = new DroppedEvents();

    private TestEvents(ReferencedFiles sources) {
        this.sources = sources;
    }

    /** The test's events in order, patched. */
    static Outcome<List<Event>> of(TestCase test, ReferencedFiles sources) {
        TestEvents read = new TestEvents(sources);
        test.events().forEach(read::entry);
        if (read.problems.isEmpty()) {
            test.patch().ifPresent(read::patch);
        }
        read.problems.addAll(read.dropped.problems(test));
        return read.problems.isEmpty() ? Outcome.of(List.copyOf(read.events)) : Outcome.failed(read.problems);
    }

    private void entry(EventSpec spec) {
        int before = events.size();
        add(spec);
        if (events.size() > before) {
            byEntry.add(List.copyOf(events.subList(before, events.size())));
        }
    }

    private void add(EventSpec spec) {
        switch (spec) {
            case FromFile from -> source(from.file()).ifPresent(s -> read(s.name(), s.text(), spec.location()));
            case FromManifest from ->
                source(from.file()).ifPresent(s -> {
                    Outcome<List<String>> documents = sources.submitted(s, from.options());
                    documents.diagnostics().stream()
                            .filter(problem ->
                                    problem.severity() == Severity.ERROR) // "falconer event" warns of old versions
                            .forEach(problems::add);
                    documents.value().ifPresent(d -> read(s.name(), "[" + String.join(",", d) + "]", spec.location()));
                });
            case Inline inline ->
                read(inline.location().source().name(), onItsLine(inline.json(), inline.location()), spec.location());
        }
    }

    private Optional<SourceFile> source(FileRef file) {
        Outcome<SourceFile> read = sources.read(file);
        problems.addAll(read.diagnostics());
        return read.value();
    }

    /** The text with empty lines before it, so that its lines have the numbers of the suite. */
    private static String onItsLine(String json, Location location) {
        return "\n".repeat(location.start().line() - 1) + json;
    }

    private void read(String path, String text, Location place) {
        List<Event> found = reader.read(path, text);
        events.addAll(found);
        long gone = dropped.count(reader.skips().counts(), path, place);
        if (found.isEmpty() && gone == 0) {
            problems.add(Diagnostic.error("no-events", path + " does not contain an event", place));
        }
    }

    /** Patches the events of each entry of {@code event}. If an entry has several events, some may stay unchanged. */
    private void patch(Patch patch) {
        List<List<Event>> entries = List.copyOf(byEntry);
        events.clear();
        for (List<Event> entry : entries) {
            Outcome<List<String>> documents = EventPatch.apply(patch, entry);
            problems.addAll(documents.diagnostics());
            List<String> patched = documents.value().orElse(List.of());
            for (int i = 0; i < patched.size(); i++) {
                Origin origin = entry.get(i).origin();
                read(origin.path(), "\n".repeat(origin.line() - 1) + patched.get(i), patch.location());
            }
        }
        Set<String> known = entries.stream()
                .flatMap(List::stream)
                .flatMap(TestEvents::fields)
                .map(TestEvents::shown)
                .collect(Collectors.toSet());
        events.stream()
                .flatMap(TestEvents::fields)
                .filter(field -> !known.contains(shown(field)))
                .flatMap(field -> SyscallFieldValidator.of(field.key(), field.value()).stream())
                .forEach(p -> problems.add(Diagnostic.error(p.code(), p.message(), patch.location())
                        .withHint(p.hint())));
    }

    private static Stream<Member> fields(Event event) {
        return event instanceof SyscallEvent syscall ? syscall.fields().members().stream() : Stream.of();
    }

    private static String shown(Member field) {
        return field.key() + "=" + field.value().compact();
    }
}
