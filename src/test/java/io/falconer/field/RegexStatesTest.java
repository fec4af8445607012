package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Automata of states match what RE2/J matches. */
class RegexStatesTest {
    private static final String[] CHARACTERS = {"a", "b", "c", "\n", "é", "\uFFFD", "🐍", "\uD83D", "\uDC0D"};
    private static final String[] ATOMS = {
        "a", "b", "c", "é", "🐍", "\\n", ".", "[ab]", "[^a]", "[^é-🐍]", "[[:alpha:]]", "\\x{fffd}", "()", "^", "$"
    };
    private static final String[] REPETITIONS = {"", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}"};

    @Test
    void randomExpressionsAndTexts() {
        Random random = new Random(3);
        int matched = 0;
        for (int i = 0; i < 3000; i++) {
            String expression = expression(random, 3);
            RegexTree tree = RegexTree.parse(expression).orElseThrow();
            Pattern pattern = Pattern.compile(Re2Syntax.print(tree), Pattern.MULTILINE);
            PosixRegex regex = regex(expression);
            for (int n = 0; n < 20; n++) {
                String text = text(random, random.nextInt(6));
                boolean matches = pattern.matches(text);
                matched += matches ? 1 : 0;
                assertThat(regex.matches(text)).as("%s on %s", expression, text).isEqualTo(matches);
            }
        }
        assertThat(matched).isGreaterThan(1000);
    }

    /** Each level doubles the places, and numbers of them must not wrap around. */
    @ParameterizedTest
    @ValueSource(ints = {20, 64, 66, 99, 120})
    void deeplyNestedRepetitions(int depth) {
        String expression = "(".repeat(depth) + "a" + ")+".repeat(depth);
        assertThat(RegexTree.parse(expression).map(RegexPlaces::isSmall).orElse(false))
                .isFalse();
        assertThat(regex(expression).matches("aa")).isTrue();
        assertThat(regex(expression).matches("b")).isFalse();
    }

    /** An expression whose automaton has more states than there may be. */
    @Test
    void expressionsWithTooManyStates() {
        String expression = "(a|b)*a(a|b){12}";
        RegexStates states = new RegexStates(RegexTree.parse(expression).orElseThrow());
        PosixRegex regex = regex(expression);
        Random random = new Random(5);
        boolean gaveUp = false;
        for (int i = 0; i < 500; i++) {
            String text = IntStream.range(0, 40)
                    .mapToObj(n -> random.nextBoolean() ? "a" : "b")
                    .collect(Collectors.joining());
            boolean matches = text.charAt(text.length() - 13) == 'a';
            assertThat(regex.matches(text)).as(text).isEqualTo(matches);
            switch (states.match(text)) {
                case MATCHES -> assertThat(matches).isTrue();
                case DIFFERS -> assertThat(matches).isFalse();
                case UNDECIDED -> gaveUp = true;
            }
        }
        assertThat(gaveUp).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a{1000}, false", "a{400}, true", "a^b, false", "(a$)?, false", "((a|b)*c){3}, true"})
    void smallExpressionsOnly(String expression, boolean small) {
        assertThat(RegexPlaces.isSmall(RegexTree.parse(expression).orElseThrow()))
                .isEqualTo(small);
    }

    private static PosixRegex regex(String expression) {
        return switch (PosixRegex.compile(expression)) {
            case PosixRegex.Compiled compiled -> compiled.regex();
            case PosixRegex.Invalid invalid -> throw new IllegalArgumentException(invalid.message());
        };
    }

    private static String expression(Random random, int depth) {
        int parts = 1 + random.nextInt(3);
        return IntStream.range(0, parts)
                .mapToObj(i -> depth > 0 && random.nextInt(3) == 0
                        ? "(" + expression(random, depth - 1) + "|" + expression(random, depth - 1) + ")"
                        : ATOMS[random.nextInt(random.nextInt(5) == 0 ? ATOMS.length : ATOMS.length - 2)])
                .map(atom -> atom + REPETITIONS[random.nextInt(REPETITIONS.length)])
                .collect(Collectors.joining());
    }

    private static String text(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> CHARACTERS[random.nextInt(CHARACTERS.length)])
                .collect(Collectors.joining());
    }
}
