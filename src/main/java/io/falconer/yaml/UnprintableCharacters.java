package io.falconer.yaml;

import io.falconer.text.Diagnostic;
import io.falconer.text.Severity;
import io.falconer.text.SourceText;
import io.falconer.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Characters that escapes bring into texts and that YAML cannot contain unescaped: control characters except tab and line ends,
 * halves of surrogate pairs, U+FFFE and U+FFFF. Files made from such texts could not be read again.
 */
public final class UnprintableCharacters {
    private final Set<String> excepted;
    private final List<Diagnostic> problems;

    private UnprintableCharacters(Set<String> excepted, List<Diagnostic> problems) {
        this.excepted = excepted;
        this.problems = problems;
    }

    /**
     * Reports the first such character of each scalar in {@code node}. Code {@code bad-character}.
     *
     * @param excepted keys whose values may contain any character
     */
    public static void report(YamlNode node, Set<String> excepted, List<Diagnostic> problems) {
        new UnprintableCharacters(excepted, problems).look(node);
    }

    private void look(YamlNode node) {
        switch (node) {
            case YamlNode.Scalar scalar -> look(scalar.source());
            case YamlNode.Sequence sequence -> sequence.items().forEach(this::look);
            case YamlNode.Mapping mapping -> {
                for (Entry entry : mapping.entries()) {
                    look(entry.key());
                    if (!excepted.contains(entry.name())) {
                        look(entry.value());
                    }
                }
            }
        }
    }

    private void look(SourceText text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.text().codePointAt(i);
            int end = i + Character.charCount(c);
            if (!isPrintable(c)) {
                problems.add(Diagnostic.of(
                                Severity.ERROR,
                                "bad-character",
                                String.format(
                                        Locale.ROOT, "the text contains U+%04X, a character that cannot be printed", c),
                                text.origin(new Span(i, end)))
                        .withHint("delete it; the only control characters allowed in a text are tabs and line ends"));
                return;
            }
            i = end;
        }
    }

    /** Whether a text may contain the character. */
    public static boolean isPrintable(int c) {
        return StreamReader.isPrintable(c) && (c < 0x7F || c > 0x9F);
    }
}
