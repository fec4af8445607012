package io.falconer.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.field.PosixRegex;
import io.falconer.field.RegexTree;
import io.falconer.language.RegexAutomata;
import java.util.List;

/** A regular expression is refused with a message, or matches exactly what its automaton accepts. */
final class RegexTarget implements FuzzTarget {
    @Override
    public String name() {
        return "regexes";
    }

    @Override
    public List<byte[]> seeds() {
        return TestInputs.rows("PosixRegexTest", ';').stream()
                .map(cells -> cells.get(0) + "\n" + cells.get(1))
                .distinct()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }

    @Override
    public int longest() {
        return 200;
    }

    @Override
    public void check(byte[] input) {
        PatternAndValue parts = PatternAndValue.of(input);
        switch (PosixRegex.compile(parts.pattern())) {
            case PosixRegex.Invalid(String message) -> assertThat(message).isNotBlank();
            case PosixRegex.Compiled(PosixRegex regex) -> {
                RegexTree tree = RegexTree.parse(parts.pattern()).orElseThrow();
                SameLanguage.check(parts.value(), regex::matches, () -> RegexAutomata.of(tree));
            }
        }
    }
}
