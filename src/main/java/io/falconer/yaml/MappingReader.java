package io.falconer.yaml;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping of Falconer's own formats strictly. Each getter makes its key known and gives the value if it is there
 * and of the right kind; a value of another kind is reported, an empty one counts as absent. {@link #finish()} reports
 * the keys that no getter asked for. Codes: {@code wrong-kind}, {@code unknown-value}, {@code missing-key}, {@code
 * unknown-key}, {@code duplicate-key}.
 */
public final class MappingReader {
    private final SourceFile source;
    private final YamlNode.Mapping node;
    private final List<Diagnostic> problems;
    private final Set<String> known = new LinkedHashSet<>();

    private MappingReader(SourceFile source, YamlNode.Mapping node, List<Diagnostic> problems) {
        this.source = source;
        this.node = node;
        this.problems = problems;
    }

    /**
     * A reader over {@code node}; if it is no mapping that is reported as {@code what} being wrong.
     *
     * @param problems receives what this reader and those it hands out have to report, in the order of reading
     */
    public static Optional<MappingReader> of(SourceFile source, YamlNode node, String what, List<Diagnostic> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new MappingReader(source, mapping, problems));
        }
        problems.add(wrongKind(source, node, what, "a mapping"));
        return Optional.empty();
    }

    /** The whole mapping's place. */
    public Span span() {
        return node.span();
    }

    /** The mapping itself, for keys that are data rather than names; they are not made known. */
    public YamlNode.Mapping node() {
        return node;
    }

    /** Whether the key is there with a value that is not empty; makes it known. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** Whether no key has a value. */
    public boolean isEmpty() {
        return node.entries().stream().allMatch(entry -> entry.value().isNull());
    }

    /** Reports each of {@code keys} that is absent or empty. */
    public MappingReader require(String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                Span place = entry(key).map(e -> e.key().span()).orElseGet(this::head);
                error(
                        place,
                        "missing-key",
                        entry(key).isPresent() ? quoted(key) + " is empty" : "missing key " + quoted(key));
            }
        }
        return this;
    }

    /** The value as it was written, of any kind. */
    public Optional<YamlNode> node(String key) {
        known.add(key);
        return node.get(key).filter(value -> !value.isNull());
    }

    /** A scalar's text; {@code 1.27} and {@code yes} are strings too where a string is asked for. */
    public Optional<Located<String>> string(String key) {
        return node(key).flatMap(value -> string(value, quoted(key)));
    }

    /** {@code true} or {@code false}, without quotes. */
    public Optional<Located<Boolean>> bool(String key) {
        return node(key).flatMap(value -> checked(PlainScalar.bool(value), value, quoted(key), "true or false"));
    }

    /** A whole number in decimal digits from {@code least} to {@code most}. */
    public Optional<Located<Integer>> integer(String key, int least, int most) {
        String wanted = "a whole number from " + least + " to " + most;
        return node(key).flatMap(value -> checked(PlainScalar.integer(value, least, most), value, quoted(key), wanted));
    }

    /** The choice that is spelt as the value. */
    public <T> Optional<Located<T>> choice(String key, Map<String, T> choices) {
        return string(key).flatMap(text -> choice(text, key, choices));
    }

    /** A list of scalars; empty where the key is absent. */
    public List<Located<String>> strings(String key) {
        return items(key, "a list of strings").stream()
                .flatMap(item -> string(item, "an item of " + quoted(key)).stream())
                .toList();
    }

    /** A list of choices; empty where the key is absent. */
    public <T> List<Located<T>> choices(String key, Map<String, T> choices) {
        return strings(key).stream()
                .flatMap(text -> choice(text, key, choices).stream())
                .toList();
    }

    /** A reader over the mapping under {@code key}. */
    public Optional<MappingReader> mapping(String key) {
        return node(key).flatMap(value -> of(source, value, quoted(key), problems));
    }

    /** A reader over {@code node}, wherever it stands in this file; {@code what} names it in a report. */
    public Optional<MappingReader> mapping(YamlNode node, String what) {
        return of(source, node, what, problems);
    }

    /** Readers over the mappings of the list under {@code key}; empty where the key is absent. */
    public List<MappingReader> mappings(String key) {
        return items(key, "a list of mappings").stream()
                .flatMap(item -> of(source, item, "an item of " + quoted(key), problems).stream())
                .toList();
    }

    /** The items of the list under {@code key}, of any kind; empty where the key is absent. */
    public List<YamlNode> items(String key) {
        return items(key, "a list");
    }

    /** Reports an error in this file; the diagnostic may still be given a hint by adding it to the list oneself. */
    public void error(Span span, String code, String message) {
        problems.add(Diagnostic.error(code, message, new Location(source, span)));
    }

    /** Reports an error in this file with the way to mend it. */
    public void error(Span span, String code, String message, String hint) {
        problems.add(Diagnostic.error(code, message, new Location(source, span)).withHint(hint));
    }

    /** Reports the keys that no getter asked for and those that are given twice. Call it last. */
    public void finish() {
        Set<String> seen = new LinkedHashSet<>();
        for (Entry entry : node.entries()) {
            Span place = entry.key().span();
            String name = entry.name();
            if (!(entry.key() instanceof YamlNode.Scalar)) {
                error(
                        place,
                        "wrong-kind",
                        "a key must be a string, not " + entry.key().kind());
            } else if (!known.contains(name)) {
                error(place, "unknown-key", "unknown key " + quoted(name), Nearest.hint(name, known));
            } else if (!seen.add(name)) {
                error(place, "duplicate-key", quoted(name) + " is given twice", "keep one of the two");
            }
        }
    }

    private <T> Optional<Located<T>> choice(Located<String> text, String key, Map<String, T> choices) {
        Optional<T> found = Optional.ofNullable(choices.get(text.value()));
        if (found.isEmpty()) {
            String message = "unknown value " + quoted(text.value()) + " of " + quoted(key);
            error(text.span(), "unknown-value", message, Nearest.hint(text.value(), choices.keySet()));
        }
        return found.map(value -> new Located<>(value, text.span()));
    }

    private Optional<Located<String>> string(YamlNode value, String what) {
        Optional<String> text = value instanceof YamlNode.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty();
        return checked(text, value, what, "a string");
    }

    private List<YamlNode> items(String key, String wanted) {
        Optional<YamlNode> value = node(key);
        if (value.isPresent() && value.get() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        value.ifPresent(other -> problems.add(wrongKind(source, other, quoted(key), wanted)));
        return new ArrayList<>();
    }

    private <T> Optional<Located<T>> checked(Optional<T> read, YamlNode value, String what, String wanted) {
        if (read.isEmpty()) {
            problems.add(wrongKind(source, value, what, wanted));
        }
        return read.map(found -> new Located<>(found, value.span()));
    }

    private static Diagnostic wrongKind(SourceFile source, YamlNode node, String what, String wanted) {
        String is = node instanceof YamlNode.Scalar scalar && !scalar.isNull() ? quoted(scalar.text()) : node.kind();
        return Diagnostic.error(
                "wrong-kind", what + " must be " + wanted + ", not " + is, new Location(source, node.span()));
    }

    private Optional<Entry> entry(String key) {
        return node.entries().stream().filter(e -> e.name().equals(key)).findFirst();
    }

    /** The first key: the place to point at for something that is not there. */
    private Span head() {
        return node.entries().isEmpty()
                ? node.span()
                : node.entries().getFirst().key().span();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
