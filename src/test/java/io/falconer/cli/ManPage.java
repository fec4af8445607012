package io.falconer.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A command's page for {@code man}, in the macros of man(7) that groff and mandoc know. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /** The file's name: {@code falconer-test.1}. */
    static String file(CommandDoc command) {
        return title(command) + ".1";
    }

    /**
     * The page.
     *
     * @param all the command to which it belongs
     */
    static String of(CommandDoc command, CommandDoc all) {
        ManPage man = new ManPage();
        man.page.append(".\\\" Written from the command itself by CommandPagesTest; do not edit.\n");
        man.page.append(".TH \"%s\" 1 \"\" \"Falconer %s\" \"Falconer\"\n"
                .formatted(title(command).toUpperCase(Locale.ROOT), FalconerVersion.number()));
        man.section("Name", title(command) + " \\- " + escaped(lowered(command.header())));
        man.page.append(".SH SYNOPSIS\n.B ").append(escaped(command.name())).append('\n');
        man.page.append(escaped(command.synopsis())).append('\n');
        man.page.append(".SH DESCRIPTION\n");
        man.page.append(command.description().stream()
                .map(paragraph -> line(paragraph) + "\n")
                .collect(Collectors.joining(".PP\n")));
        man.items("Arguments", command.arguments());
        man.items("Options", command.options());
        man.items(
                "Commands",
                command.commands().stream()
                        .map(one -> new CommandDoc.Item(one.word(), one.header()))
                        .toList());
        man.items("Exit status", command.exitCodes());
        man.page.append(".SH EXAMPLES\n.nf\n");
        command.examples().forEach(example -> man.page.append(line(example)).append('\n'));
        man.page.append(".fi\n");
        man.section(
                "See also",
                all.all()
                        .filter(other -> !other.equals(command))
                        .map(other -> "\\fB" + escaped(title(other)) + "\\fR(1)")
                        .collect(Collectors.joining(",\n")));
        return man.page.toString();
    }

    private void section(String title, String text) {
        page.append(".SH ").append(heading(title)).append('\n').append(text).append('\n');
    }

    private void items(String title, List<CommandDoc.Item> items) {
        if (!items.isEmpty()) {
            page.append(".SH ").append(heading(title)).append('\n');
        }
        items.forEach(item -> page.append(".TP\n.B ")
                .append(escaped(item.term()))
                .append('\n')
                .append(line(item.text()))
                .append('\n'));
    }

    private static String heading(String title) {
        String upper = title.toUpperCase(Locale.ROOT);
        return upper.contains(" ") ? '"' + upper + '"' : upper;
    }

    private static String title(CommandDoc command) {
        return command.name().replace(' ', '-');
    }

    private static String lowered(String header) {
        String text = header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    /** A line of text: a dot or a quote at its start is not a request. */
    private static String line(String text) {
        String escaped = escaped(text);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    /** Backslashes are shown, dashes and quotes are ASCII, so that examples can be copied. */
    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
    }
}
