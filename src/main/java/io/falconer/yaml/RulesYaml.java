package io.falconer.yaml;

import io.falconer.text.SourceFile;
import io.falconer.yaml.cpp.Encoding;
import io.falconer.yaml.cpp.Mark;
import io.falconer.yaml.cpp.Parser;
import io.falconer.yaml.cpp.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rules files into {@link YamlNode}s as Falco does, with the limits of {@link YamlReader} except the depth. */
public final class RulesYaml {
    /** The result of reading. */
    public sealed interface Reading {
        /**
         * The documents up to the first empty one. Falco does not read on after it.
         *
         * @param openQuote the quote that only the end of the file closes
         */
        record Documents(List<YamlNode> nodes, Optional<Mark> openQuote) implements Reading {
            public Documents {
                nodes = List.copyOf(nodes);
            }
        }

        /** Why the file cannot be read: Falco's message, the place, and how to fix it if that is known. */
        record Refused(String message, Mark mark, Optional<String> hint) implements Reading {}
    }

    private static final Mark START = new Mark(0, 0, 0, 0);

    private RulesYaml() {}

    /** The text of a rules file: in UTF-8, UTF-16 or UTF-32. Bytes that are not UTF-8 stay unchanged. */
    public static String decode(byte[] bytes) {
        return Encoding.decode(bytes);
    }

    /** The documents of a rules file. If yaml-cpp refuses any part of the file, the file is refused with yaml-cpp's message. */
    public static Reading read(SourceFile source) {
        int length = source.text().length();
        if (length > YamlReader.MAX_LENGTH) {
            return new Reading.Refused(
                    "the file is too large: " + length + " characters",
                    START,
                    Optional.of("split it; at most " + YamlReader.MAX_LENGTH + " characters are read"));
        }
        try {
            return documents(source);
        } catch (SyntaxException e) {
            return new Reading.Refused(e.message(), e.mark(), e.hint());
        }
    }

    private static Reading documents(SourceFile source) {
        Parser<RulesNodes.CountedNode> parser = new Parser<>(source, new RulesNodes(source));
        List<YamlNode> documents = new ArrayList<>();
        while (true) {
            Optional<YamlNode> document = parser.nextDocument().map(RulesNodes.CountedNode::node);
            if (document.isEmpty() || document.get().isNull()) {
                return new Reading.Documents(documents, parser.openQuote());
            }
            documents.add(document.get());
        }
    }
}
