package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatcherTest {
    private static final List<String> NONE = List.of();

    /** Each matcher with texts that satisfy it and their twin that does not. */
    static Stream<Arguments> matchers() {
        return Stream.of(
                Arguments.of(new Matcher.Literal("a"), List.of("a"), List.of("ab")),
                Arguments.of(new Matcher.Literal("a"), List.of("b", "a"), NONE),
                Arguments.of(new Matcher.Contains("b"), List.of("abc"), List.of("ac")),
                Arguments.of(new Matcher.StartsWith("ab"), List.of("abc"), List.of("cab")),
                Arguments.of(new Matcher.EndsWith("bc"), List.of("abc"), List.of("bca")),
                Arguments.of(new Matcher.Regex(Pattern.compile("^a+$")), List.of("aa"), List.of("aab")),
                Arguments.of(new Matcher.Exists(true), List.of(""), NONE),
                Arguments.of(new Matcher.Exists(false), NONE, List.of("")),
                Arguments.of(new Matcher.Not(new Matcher.Literal("a")), List.of("b"), List.of("a")),
                Arguments.of(new Matcher.Not(new Matcher.Literal("a")), NONE, List.of("b", "a")),
                Arguments.of(new Matcher.Items(List.of("a", "b"), false), List.of("b", "c", "a"), List.of("a", "c")),
                Arguments.of(new Matcher.Items(List.of("a", "b"), true), List.of("a", "b"), List.of("b", "a")),
                Arguments.of(new Matcher.Items(List.of("a", "b"), true), List.of("a", "b"), List.of("a", "b", "c")),
                Arguments.of(
                        new Matcher.All(List.of(new Matcher.StartsWith("a"), new Matcher.EndsWith("c"))),
                        List.of("abc"),
                        List.of("ab")));
    }

    @ParameterizedTest
    @MethodSource("matchers")
    void eachMatcherHoldsForItsTextsAndNotForTheirTwin(Matcher matcher, List<String> good, List<String> bad) {
        assertThat(matcher.matches(good)).isTrue();
        assertThat(matcher.matches(bad)).isFalse();
    }
}
