package io.falconer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command's page in {@code docs/commands}. */
final class MarkdownPage {
    private static final String NOTE = "<!-- Written from the command itself by CommandPagesTest; do not edit. -->\n\n";

    /** The pages that say more, by command; each is named by its title. */
    private static final Map<String, List<String>> MORE = Map.ofEntries(
            Map.entry("prove", List.of("proofs.md", "policy.md", "capabilities.md", "reports.md", "suites.md")),
            Map.entry(
                    "generate",
                    List.of("generate.md", "deliver.md", "policy.md", "capabilities.md", "rule-templates.md")),
            Map.entry("test", List.of("suites.md", "reports.md", "ci.md")),
            Map.entry("replay", List.of("replay.md", "events.md")),
            Map.entry("explain", List.of("explain.md", "events.md", "findings.md")),
            Map.entry("tune", List.of("tune.md", "exceptions.md")),
            Map.entry("exceptions", List.of("exceptions.md", "policy.md")),
            Map.entry("cover", List.of("cover.md", "suites.md", "ci.md")),
            Map.entry("diff", List.of("diff.md", "ci.md")),
            Map.entry("check", List.of("check.md", "findings.md")),
            Map.entry("event", List.of("events.md", "suites.md")),
            Map.entry("fields", List.of("fields.md")),
            Map.entry("init", List.of("init.md", "ci.md")),
            Map.entry("schema", List.of("schema.md", "policy.md", "suites.md")),
            Map.entry("generate-completion", List.of("install.md")));

    private final Path docs;

    MarkdownPage(Path docs) {
        this.docs = docs;
    }

    /** A page that lists the commands. */
    String index(CommandDoc all) {
        StringBuilder page = new StringBuilder(NOTE + "# Commands\n\n");
        page.append(all.description().getFirst()).append("\n\n| command | what it does |\n|---|---|\n");
        for (CommandDoc command : all.commands()) {
            page.append("| [`").append(command.name()).append("`](").append(command.word());
            page.append(".md) | ").append(cell(command.header())).append(" |\n");
        }
        page.append("\n`falconer` itself takes these options; all but `--version` are options of each command:\n\n");
        table(page, "option", all.options());
        page.append("\n`man falconer` shows the same where the [man pages](../install.md) are installed.\n");
        return page.append(codes(all)).toString();
    }

    String of(CommandDoc command) throws IOException {
        StringBuilder page = new StringBuilder(NOTE + "# " + command.name() + "\n\n" + command.header() + "\n");
        page.append("\n```\n").append(wrapped(command)).append("```\n");
        command.description()
                .forEach(paragraph ->
                        page.append('\n').append(paragraph.replace("*", "\\*")).append('\n'));
        section(page, "Arguments", "argument", command.arguments());
        section(page, "Options", "option", command.options());
        page.append("\n## Examples\n\n```sh\n");
        command.examples().forEach(example -> page.append(example).append('\n'));
        page.append("```\n").append(codes(command)).append("\n## More\n\n");
        for (String more : MORE.getOrDefault(command.word(), List.of())) {
            page.append("- [")
                    .append(title(docs.resolve(more)))
                    .append("](../")
                    .append(more)
                    .append(")\n");
        }
        return page.append("- [All commands](README.md)\n").toString();
    }

    private static String codes(CommandDoc command) {
        StringBuilder text = new StringBuilder();
        section(text, "Exit codes", "code", command.exitCodes());
        return text.append("\n[Exit codes](../exit-codes.md) has examples of each.\n")
                .toString();
    }

    private static void section(StringBuilder page, String title, String kind, List<CommandDoc.Item> items) {
        if (!items.isEmpty()) {
            page.append("\n## ").append(title).append("\n\n");
            table(page, kind, items);
        }
    }

    private static void table(StringBuilder page, String kind, List<CommandDoc.Item> items) {
        page.append("| ").append(kind).append(" | |\n|---|---|\n");
        items.forEach(item -> page.append("| `")
                .append(item.term().replace("|", "\\|"))
                .append("` | ")
                .append(cell(item.text()))
                .append(" |\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("*", "\\*");
    }

    /** The synopsis in lines of at most 80 characters; what stands in brackets stays together. */
    private static String wrapped(CommandDoc command) {
        String indent = " ".repeat(command.name().length() + 1);
        StringBuilder lines = new StringBuilder(command.name());
        int column = lines.length();
        for (String part : command.synopsis().split(" (?![^\\[\\]]*])")) {
            if (column + 1 + part.length() > 80) {
                lines.append('\n').append(indent).append(part);
                column = indent.length() + part.length();
            } else {
                lines.append(' ').append(part);
                column += 1 + part.length();
            }
        }
        return lines.append('\n').toString();
    }

    private static String title(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("# "))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }
}
