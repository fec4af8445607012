package io.falconer.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.condition.ConditionPrinter;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases of loading, with what they give: {@code src/test/golden/load}. A case is a line {@code #### name}, the file, more
 * files after {@code #### and then}, and what comes of it after {@code #### gives}. With {@code -Dfalconer.golden=true} the
 * expectations are written again; review the difference before you commit it.
 */
class LoadGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/golden/load");
    private static final String AND_THEN = "#### and then\n";
    private static final String GIVES = "#### gives\n";

    @TestFactory
    Stream<DynamicTest> loading() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList().stream().flatMap(LoadGoldenTest::cases);
        }
    }

    private static Stream<DynamicTest> cases(Path file) {
        List<String> blocks = blocks(read(file));
        if (Golden.isWritten()) {
            write(file, blocks.stream().map(LoadGoldenTest::rewritten).collect(Collectors.joining()));
        }
        return blocks.stream().map(block -> {
            String name = block.substring("#### ".length(), block.indexOf('\n'));
            return DynamicTest.dynamicTest(file.getFileName() + ": " + name, () -> assertThat(rewritten(block))
                    .isEqualTo(block));
        });
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean begins =
                    line.startsWith("#### ") && !(line + "\n").equals(AND_THEN) && !(line + "\n").equals(GIVES);
            if (begins) {
                blocks.add(line + "\n");
            } else {
                blocks.set(blocks.size() - 1, blocks.getLast() + line + "\n");
            }
        }
        return blocks;
    }

    private static String rewritten(String block) {
        int gives = block.indexOf(GIVES);
        String input = gives < 0 ? block : block.substring(0, gives);
        String files = input.substring(input.indexOf('\n') + 1);
        return input + GIVES + outcome(files.split(AND_THEN, -1)) + "\n";
    }

    private static String outcome(String... files) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < files.length; i++) {
            LoadResult result = loader.load(SourceFile.of((i + 1) + ".yaml", files[i]));
            String state =
                    !result.errors().isEmpty() ? "Invalid" : result.warnings().isEmpty() ? "Ok" : "Ok, with warnings";
            out.append(result.name()).append(": ").append(state).append('\n');
            result.pluginError()
                    .ifPresent(error -> out.append("  ").append(error.message()).append('\n'));
            result.errors().forEach(issue -> out.append(shown(issue)));
            result.warnings().forEach(issue -> out.append(shown(issue)));
        }
        loader.ruleSet().rules().forEach(rule -> out.append(shown(rule)));
        return out.toString();
    }

    private static String shown(LoadIssue issue) {
        String chain = issue.context().locations().stream()
                .skip(1)
                .map(l -> l.itemType().words()
                        + (l.itemName().isEmpty() ? "" : " '" + l.itemName() + "'")
                        + (l.itemType() == ItemType.CONDITION_EXPRESSION ? " " + l.name() : "")
                        + " "
                        + l.position().line()
                        + ":"
                        + l.position().column())
                .collect(Collectors.joining(" > "));
        return "  " + issue.code() + ": " + issue.message() + "\n    at " + chain + "\n";
    }

    private static String shown(Rule rule) {
        return String.format(
                Locale.ROOT,
                "  rule '%s' %s %s%s%s\n    when %s\n    says %s\n",
                rule.name(),
                rule.source().id(),
                rule.priority().title(),
                rule.enabled() ? "" : " disabled",
                rule.tags().isEmpty() ? "" : " " + rule.tags(),
                ConditionPrinter.print(rule.condition()),
                rule.description());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
