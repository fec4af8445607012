package io.falconer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.RuleLoader;
import io.falconer.text.Diagnostic;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/check.md} to what checking gives. */
class CheckPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"vacuous-clause", "impossible-clause"})
    void theFirstExampleOfAFindingHasItAndTheSecondDoesNot(String code) throws IOException {
        List<String> examples = EXAMPLE.matcher(section(code))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```yaml\n".length(), block.length() - "```".length()))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(findings(examples.get(0))).extracting(Diagnostic::code).containsExactly(code);
        assertThat(findings(examples.get(1))).isEmpty();
    }

    @Test
    void theEmulatedFalcoIsNamed() throws IOException {
        String words = page().replaceAll("\\s+", " ");
        assertThat(words).contains("engine " + Emulation.DEFAULT.engine());
        Emulation.DEFAULT.plugins().forEach((name, version) -> assertThat(words).contains(name + " " + version));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/check.md"));
    }

    private static String section(String code) throws IOException {
        String page = page();
        int start = page.indexOf("### " + code + "\n");
        int end = page.indexOf("\n##", start + 1);
        return page.substring(start, end);
    }

    private static List<Diagnostic> findings(String rules) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        assertThat(loader.load(SourceFile.of("rules.yaml", rules)).errors()).isEmpty();
        return Findings.of(loader.loaded());
    }
}
