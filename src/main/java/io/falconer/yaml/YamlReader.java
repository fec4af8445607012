package io.falconer.yaml;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML into {@link YamlNode}s. It refuses hostile input: a file may have 16 Mi characters, be nested 200 levels deep, and
 * have a million nodes with its aliases expanded.
 */
public final class YamlReader {
    /** The maximum number of UTF-16 units in a file. */
    public static final int MAX_LENGTH = 16 << 20;
    /** The maximum depth of lists and mappings. */
    public static final int MAX_DEPTH = 200;
    /** The maximum number of nodes in a file; nodes that aliases repeat count each time. */
    public static final int MAX_NODES = 1_000_000;

    /** The number of tabs, refused by SnakeYAML but allowed in YAML, that are read as blanks. */
    private static final int MAX_TABS = 64;

    private YamlReader() {}

    /**
     * The documents of {@code source} in order; an empty document is a null node. Invalid YAML gives one error, at the first
     * place that does not fit: codes {@code yaml-syntax}, {@code yaml-character}, {@code yaml-alias}, {@code yaml-limit}.
     */
    public static Outcome<List<YamlNode>> read(SourceFile source) {
        String text = source.text();
        if (text.length() > MAX_LENGTH) {
            return Outcome.failed(
                    error(source, Span.at(0), "yaml-limit", "the file is too large: " + text.length() + " characters")
                            .withHint("split it; at most " + MAX_LENGTH + " characters are read"));
        }
        int bad = firstUnprintable(text);
        if (bad >= 0) {
            return Outcome.failed(unprintable(source, bad));
        }
        return read(source, text, MAX_TABS);
    }

    private static Outcome<List<YamlNode>> read(SourceFile source, String text, int tabs) {
        CodePointMarks marks = CodePointMarks.of(text);
        try {
            return Outcome.of(new NodeBuilder(source, text, marks).documents());
        } catch (YamlLimitException e) {
            return Outcome.failed(error(source, e.span(), e.code(), e.problem()).withHint(e.hint()));
        } catch (MarkedYAMLException e) {
            Optional<String> blanked = tabs == 0 ? Optional.empty() : SeparatingTab.blanked(text, marks, e);
            return blanked.map(changed -> read(source, changed, tabs - 1))
                    .orElseGet(() -> Outcome.failed(SyntaxError.of(source, marks, e)));
        } catch (YAMLException | IllegalArgumentException e) {
            String message = e.getMessage() == null ? "this is not YAML" : e.getMessage();
            return Outcome.failed(error(source, Span.at(0), "yaml-syntax", message));
        }
    }

    private static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                return i;
            }
            i += Character.charCount(c) - 1;
        }
        return -1;
    }

    private static Diagnostic unprintable(SourceFile source, int offset) {
        int c = source.text().codePointAt(offset);
        String message = String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", c);
        String hint = c == 0
                ? "is this a binary file, or text in UTF-16? YAML files are UTF-8"
                : "delete it, or write it as an escape in a double-quoted string";
        return error(source, new Span(offset, offset + Character.charCount(c)), "yaml-character", message)
                .withHint(hint);
    }

    private static Diagnostic error(SourceFile source, Span span, String code, String message) {
        return Diagnostic.error(code, message, new Location(source, span));
    }
}
