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
 * Reads a mapping of Falconer's own formats strictly. Each getter makes its key known and returns the value if it is present
 * and has the right kind. A value of another kind is reported, and an empty value counts as absent. {@link #finish()} reports
 * the keys that no getter requested. Codes: {@code wrong-kind}, {@code unknown-value}, {@code missing-key},
 * {@code unknown-key}, {@code duplicate-key}.
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
     * A reader over {@code node}. If the node is not a mapping, this is reported as an error in {@code what}.
     *
     * @param problems receives the errors of this reader and the readers that it creates, in the order of reading
     */
    public static Optional<MappingReader> of(SourceFile source, YamlNode node, String what, List<Diagnostic> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new MappingReader(source, mapping, problems));
        }
        problems.add(wrongKind(source, node, what, "a mapping"));
        return Optional.empty();
    }

    /** The place of the whole mapping. */
    public Span span() {
        return node.span();
    }

    /** The mapping itself, for keys that are data rather than names. The keys do not become known. */
    public YamlNode.Mapping node() {
        return node;
    }

    /** Whether the key is present with a value that is not empty. The key becomes known. */
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

    /** The text of a scalar. {@code 1.27} and {@code yes} are strings too if a string is requested. */
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

    /** The choice whose spelling is the value. */
    public <T> Optional<Located<T>> choice(String key, Map<String, T> choices) {
        return string(key).flatMap(text -> choice(text, key, choices));
    }

    /** A list of scalars; empty if the key is absent. */
    public List<Located<String>> strings(String key) {
        return items(key, "a list of strings").stream()
                .flatMap(item -> string(item, "an item of " + quoted(key)).stream())
                .toList();
    }

    /** A list of choices; empty if the key is absent. */
    public <T> List<Located<T>> choices(String key, Map<String, T> choices) {
        return strings(key).stream()
                .flatMap(text -> choice(text, key, choices).stream())
                .toList();
    }

    /** A reader over the mapping under {@code key}. */
    public Optional<MappingReader> mapping(String key) {
        return node(key).flatMap(value -> of(source, value, quoted(key), problems));
    }

    /** A reader over {@code node}, anywhere in this file. {@code what} is its name in messages. */
    public Optional<MappingReader> mapping(YamlNode node, String what) {
        return of(source, node, what, problems);
    }

    /** Readers over the mappings of the list under {@code key}; empty if the key is absent. */
    public List<MappingReader> mappings(String key) {
        return items(key, "a list of mappings").stream()
                .flatMap(item -> of(source, item, "an item of " + quoted(key), problems).stream())
                .toList();
    }

    /** The items of the list under {@code key}, of any kind; empty if the key is absent. */
    public List<YamlNode> items(String key) {
        return items(key, "a list");
    }

    /** Reports an error in this file. To add a hint, add the diagnostic to the list yourself. */
    public void error(Span span, String code, String message) {
        problems.add(Diagnostic.error(code, message, new Location(source, span)));
    }

    /** Reports an error in this file with a hint how to fix it. */
    public void error(Span span, String code, String message, String hint) {
        problems.add(Diagnostic.error(code, message, new Location(source, span)).withHint(hint));
    }

    /** Reports the keys that no getter requested and those that occur twice. Call it last. */
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
                error(place, "duplicate-key", quoted(name) + " is given twice", "keep only one");
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

    /** The first key: the place to report for something that is missing. */
    private Span head() {
        return node.entries().isEmpty()
                ? node.span()
                : node.entries().getFirst().key().span();
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
