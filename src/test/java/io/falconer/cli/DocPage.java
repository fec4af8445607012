package io.falconer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files and sessions that a page of the documentation shows, in their order. A code block whose first line names a
 * file is that file; a line {@code ...} in a session stands for lines left out.
 */
record DocPage(String text, List<Part> parts) {
    private static final Pattern BLOCK =
            Pattern.compile("^## ([^\n]+)$|```(\\w+)(?: (\\S+))?\n(.*?)```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SESSION = Pattern.compile("\\$ falconer ([^\n]*)\n(.*)", Pattern.DOTALL);

    /** A file or a session, in the section whose title is {@code section}. */
    sealed interface Part {
        String section();
    }

    record NamedFile(String section, String name, String text) implements Part {
        /** What is in it. In its text ␛ stands for the control character ESC, � for a byte that is not UTF-8. */
        byte[] bytes() {
            String bytes = new String(
                    text.replace('␛', '\u001b').getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            String broken = new String("�".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return bytes.replace(broken, "\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    record Session(String section, String command, String shown) implements Part {
        String[] arguments() {
            return command.split(" ");
        }

        /** What the output must match. */
        Pattern pattern() {
            return Pattern.compile(shown.lines()
                    .map(line -> line.equals("...") ? "(?:.*\n)*?" : Pattern.quote(line.stripTrailing()) + " *\n")
                    .collect(Collectors.joining()));
        }
    }

    static DocPage read(Path page) throws IOException {
        List<Part> parts = new ArrayList<>();
        String text = Files.readString(page);
        String section = "";
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (block.group(1) != null) {
                section = block.group(1);
            } else if (block.group(3) != null) {
                parts.add(new NamedFile(section, block.group(3), block.group(4)));
            } else if (block.group(2).equals("console")) {
                Matcher session = SESSION.matcher(block.group(4));
                if (!session.matches()) {
                    throw new IllegalArgumentException(page + ": no session: " + block.group(4));
                }
                parts.add(new Session(section, session.group(1), session.group(2)));
            }
        }
        return new DocPage(text, parts);
    }
}
