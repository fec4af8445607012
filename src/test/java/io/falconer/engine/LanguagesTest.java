package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.Operator;
import io.falconer.field.Constant;
import io.falconer.field.Octets;
import io.falconer.field.PathPrefixes;
import io.falconer.field.PosixRegex;
import io.falconer.language.Automaton;
import io.falconer.language.Comparisons;
import io.falconer.language.Lengths;
import io.falconer.language.Ordering;
import io.falconer.language.Paths;
import io.falconer.language.Preimages;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proofs and evaluation agree on what operators and transformers mean: on all short texts, and on random ones. */
class LanguagesTest {
    private static final String[] LETTERS = {"a", "b", "A", "B", "/", ".", "-", "0", "é", "É", "😀", "\n", "[", "\u0001"
    };
    private static final String[] SPECIAL = {"*", "?", "[ab]", "[!a]", "[^b-é]", "[[:upper:]]", "\\", "[", "]", "*"};
    private static final String[] REGEX = {
        ".",
        "a*",
        "b+",
        "(a|b)",
        "(ab",
        ")",
        "|",
        "*",
        "?",
        "{2}",
        "{1,2}",
        "{0,}",
        "^",
        "$",
        "[^a]",
        "[[:alpha:]]",
        "\n",
        "[b-é]",
        "\\x{fffd}",
        "[^\\x{fffd}]",
        "[\\x{d000}-\\x{10ffff}]",
        "\\.",
        "a",
        "b",
        "/",
        "é",
        "😀"
    };

    private final Random random = new Random(6);
    private final List<String> values = values();

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {
                "EQ",
                "NE",
                "LT",
                "LE",
                "GT",
                "GE",
                "CONTAINS",
                "ICONTAINS",
                "STARTSWITH",
                "ENDSWITH",
                "GLOB",
                "IGLOB"
            })
    void anOperatorAcceptsWhatItsAutomatonDoes(Operator operator) throws TooLarge {
        boolean glob = operator == Operator.GLOB || operator == Operator.IGLOB;
        for (int i = 0; i < 150; i++) {
            String constant = glob ? text(8, LETTERS, SPECIAL) : text(6, LETTERS);
            ValueMatcher matcher = ConstantMatcher.of(operator, new Constant.Text(constant), false, false);

            assertSame(
                    operator.symbol() + " " + constant,
                    Comparisons.of(operator, constant),
                    text -> matcher instanceof TextMatcher m && m.matches(text));
        }
    }

    @Test
    void aRegularExpressionAcceptsWhatItsAutomatonDoes() throws TooLarge {
        List<String> broken = brokenTexts();
        int valid = 0;
        for (int i = 0; i < 1500; i++) {
            String expression = text(8, REGEX);
            if (PosixRegex.compile(expression) instanceof PosixRegex.Compiled(PosixRegex regex)) {
                Automaton automaton = Comparisons.of(Operator.REGEX, expression);
                assertSame(expression, automaton, values, regex::matches);
                assertSame(expression, automaton, broken, regex::matches);
                valid++;
            }
        }
        assertThat(valid).isGreaterThan(400);
    }

    @Test
    void pathsAcceptWhatTheirAutomatonDoes() throws TooLarge {
        for (int i = 0; i < 200; i++) {
            List<String> paths = texts(4, () -> text(7, new String[] {"a", "/", "/", "b", "*", "?", "[!a]", "é"}));

            assertSame(paths.toString(), Paths.below(paths), PathPrefixes.of(paths)::matches);
        }
    }

    @Test
    void setsOfTextsAcceptWhatSomeOfThemDoes() throws TooLarge {
        for (int i = 0; i < 200; i++) {
            List<String> texts = texts(6, () -> text(4, new String[] {"a", "b", "A", "é"}));
            String name = texts.toString();

            assertSame(name, Texts.of(texts), new HashSet<>(texts)::contains);
            assertSame(name, Texts.startingWith(texts), value -> texts.stream().anyMatch(value::startsWith));
            assertSame(name, Texts.endingWith(texts), value -> texts.stream().anyMatch(value::endsWith));
            assertSame(name, Texts.containing(texts), value -> texts.stream().anyMatch(value::contains));
            assertSame(name, Texts.containingIgnoringCase(texts), value -> texts.stream()
                    .anyMatch(part -> new FoldedSearch(part).in(value)));
        }
    }

    @Test
    void transformersTurnTextsOfThePreimageIntoTexts() throws TooLarge {
        for (int i = 0; i < 150; i++) {
            String constant = text(4, LETTERS);
            Automaton language = i % 2 == 0 ? Texts.containing(List.of(constant)) : Ordering.below(constant);

            assertSame(
                    constant, Preimages.ofLower(language), value -> language.accepts(change(TextChange.LOWER, value)));
            assertSame(
                    constant, Preimages.ofUpper(language), value -> language.accepts(change(TextChange.UPPER, value)));
            assertSame(
                    constant,
                    Preimages.ofBasename(language),
                    value -> language.accepts(change(TextChange.BASENAME, value)));
        }
    }

    @Test
    void lengthsAreThoseOfTheBytes() throws TooLarge {
        for (int low = 0; low < 8; low++) {
            for (int high = 0; high < 8; high++) {
                int from = low;
                int to = high;
                assertSame(
                        low + "-" + high,
                        Lengths.between(low, high),
                        value -> Octets.count(value) >= from && Octets.count(value) <= to);
            }
            int from = low;
            assertSame(low + "-", Lengths.between(low, Long.MAX_VALUE), value -> Octets.count(value) >= from);
        }
    }

    private static String change(TextChange change, String text) {
        return change.apply(text).orElseThrow();
    }

    private void assertSame(String name, Automaton automaton, Predicate<String> accepts) {
        assertSame(name, automaton, values, accepts);
    }

    private static void assertSame(String name, Automaton automaton, List<String> values, Predicate<String> accepts) {
        for (String value : values) {
            if (automaton.accepts(value) != accepts.test(value)) {
                assertThat(automaton.accepts(value))
                        .as("%s accepts <%s>", name, value)
                        .isEqualTo(accepts.test(value));
            }
        }
    }

    /** All texts of up to three characters out of a few, some of four, and some longer ones. */
    private List<String> values() {
        List<String> values = new ArrayList<>(List.of(""));
        for (int i = 0; values.size() < 400; i++) {
            String shorter = values.get(i);
            List.of("a", "B", "/", "é", "\n").forEach(letter -> values.add(shorter + letter));
        }
        IntStream.range(0, 100).forEach(i -> values.add(text(12, LETTERS)));
        return values;
    }

    /** Texts of bytes that are seldom valid UTF-8. */
    private List<String> brokenTexts() {
        String bytes =
                "ab\n\u0080\u008F\u0090\u009F\u00A0\u00BF\u00BF\u00BD\u00C1\u00C3\u00E0\u00E2\u00ED\u00EF\u00F0\u00F1\u00F4\u00F5\u00FF";
        return Stream.generate(() -> random.ints(random.nextInt(6), 0, bytes.length())
                        .mapToObj(i -> bytes.substring(i, i + 1))
                        .collect(Collectors.joining()))
                .limit(200)
                .map(Octets::text)
                .toList();
    }

    private String text(int length, String[]... alphabets) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            String[] alphabet = alphabets[random.nextInt(alphabets.length)];
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private List<String> texts(int count, Supplier<String> text) {
        return Stream.generate(text).limit(random.nextInt(count + 1)).toList();
    }
}
