package io.falconer.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brics.automaton.RegExp;
import io.falconer.field.Glob;
import io.falconer.field.Octets;
import io.falconer.field.RegexTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomatonTest {
    private final RandomLanguages languages = new RandomLanguages(7);

    @Test
    void productsAndComplementsAreThoseOfAnotherLibrary() throws TooLarge {
        for (int i = 0; i < 100; i++) {
            Automaton left = languages.next();
            Automaton right = languages.next();
            var both = Brics.of(left).intersection(Brics.of(right));

            assertThat(Brics.of(Products.intersection(left, right))).isEqualTo(both);
            assertThat(Brics.of(Products.union(left, right)))
                    .isEqualTo(Brics.of(left).union(Brics.of(right)));
            assertThat(Brics.of(left.complement()))
                    .isEqualTo(Brics.of(left).complement().intersection(Brics.texts()));
            assertThat(Products.intersection(left, right).isEmpty()).isEqualTo(both.isEmpty());
        }
    }

    @Test
    void unionsOfManyAreThoseOfAnotherLibrary() throws TooLarge {
        for (int i = 0; i < 40; i++) {
            List<Automaton> sets = new ArrayList<>();
            var all = new dk.brics.automaton.Automaton();
            for (int j = 0; j < i % 8; j++) {
                sets.add(languages.next());
                all = all.union(Brics.of(sets.getLast()));
            }

            assertThat(Brics.of(Products.union(sets))).isEqualTo(all);
        }
    }

    @Test
    void minimalAutomataOfEqualSetsAreEqual() throws TooLarge {
        Automaton all = Automaton.all();
        for (int i = 0; i < 150; i++) {
            Automaton one = Products.intersection(languages.next(), all);
            Automaton other = Products.intersection(languages.next(), all);
            boolean same = Brics.of(one).equals(Brics.of(other));

            assertThat(one.equals(other)).isEqualTo(same);
            assertThat(Products.union(other, one)).isEqualTo(Products.union(List.of(one, other)));
            assertThat(Products.union(other, one)).hasSameHashCodeAs(Products.union(List.of(one, other)));
        }
    }

    @Test
    void infixesAreThoseOfAnotherLibrary() throws TooLarge {
        for (int i = 0; i < 60; i++) {
            Automaton set = Products.intersection(languages.next(), Automaton.all());
            Automaton between = Infixes.between("a", set, "b");

            for (String text : List.of("", "a", "b", "ab", "ba", "aba", "bb")) {
                var around = Brics.texts()
                        .concatenate(dk.brics.automaton.Automaton.makeString("a" + text + "b"))
                        .concatenate(Brics.texts());
                assertThat(between.accepts(text))
                        .isEqualTo(!around.intersection(Brics.of(set)).isEmpty());
            }
        }
    }

    @Test
    void regularExpressionsAreThoseOfAnotherLibrary() throws TooLarge {
        for (String regex :
                List.of("a", "a|bc", "(a|b)*abb", "(ab?c)*", "[b-y]+x?", "a{2,4}b*", "(a*b){3}", "(a?b)?c*")) {
            Automaton ours = RegexAutomata.of(RegexTree.parse(regex).orElseThrow());
            var theirs = new RegExp(regex, RegExp.NONE).toAutomaton();

            assertThat(Brics.of(ours)).as(regex).isEqualTo(theirs);
        }
    }

    @Test
    void patternsHaveAsFewStatesAsTheyCan() throws TooLarge {
        for (int i = 0; i < 100; i++) {
            Automaton regex = languages.regex();
            var theirs = Brics.of(regex);
            theirs.minimize();
            boolean hasTrap = IntStream.range(0, regex.states())
                    .anyMatch(state -> regex.isTrap(state) && !regex.table().accepts(state));

            // Theirs has no state from which nothing is accepted.
            assertThat(regex.states() - (hasTrap ? 1 : 0)).isEqualTo(theirs.getNumberOfStates());
        }
    }

    @Test
    void theShortestTextIsOneOfTheShortest() throws TooLarge {
        for (int i = 0; i < 300; i++) {
            Automaton language = languages.next();
            String theirs = Brics.of(language).getShortestExample(true);

            assertThat(language.isEmpty()).isEqualTo(theirs == null);
            assertThat(language.shortest().stream().allMatch(language::accepts)).isTrue();
            assertThat(language.shortest().stream()
                            .noneMatch(text -> Octets.of(text).length() < theirs.length()))
                    .isTrue();
        }
    }

    @Test
    void textsEndAtANul() throws TooLarge {
        Automaton a = Texts.of(List.of("a"));

        assertThat(a.accepts("a\0b")).isTrue();
        assertThat(a.accepts("\0a")).isFalse();
        assertThat(Products.intersection(Globs.of(Glob.compile("?", false)), Texts.of(List.of("\0")))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nothingAndEverything() {
        assertThat(Automaton.none().shortest()).isEmpty();
        assertThat(Automaton.all().shortest()).contains("");
        assertThat(Automaton.all().accepts("\uDCFFx")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*a.{20}",
                "(.*a){1000}.{30}b",
                "([a-z]{1,30}[0-9]?){30}x",
                "(.*[ab].{15}c|.*[bc].{15}d)*",
                "((((abcdefghijkl){10}){10}){10})",
                "[^a]{1000}[^b]{1000}[^c]{1000}[^d]{1000}[^e]{1000}[^f]{1000}[^g]{1000}[^h]{1000}[^i]{1000}[^j]{1000}x",
                "(a?){1000}{1}(b?){1000}(c?){1000}(d?){1000}",
                "(^|$|a){1000}",
                "((a*)*|(b*)*)*{2}",
                "(.*.*.*.*.*.*.*.*=.*)*"
            })
    void noRegularExpressionTakesLong(String regex) {
        RegexTree tree = RegexTree.parse(regex).orElseThrow();
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> buildOrGiveUp(tree));
    }

    private static void buildOrGiveUp(RegexTree tree) {
        try {
            assertThat(RegexAutomata.of(tree).states()).isLessThan(2000);
        } catch (TooLarge e) {
            assertThat(e.message()).startsWith("a pattern ");
        }
    }

    @Test
    void whatIsTooLargeIsSaidToBe() {
        assertThatThrownBy(() -> RegexAutomata.of(RegexTree.parse(".*a.{20}").orElseThrow()))
                .isInstanceOf(TooLarge.class)
                .hasMessage("a pattern whose automaton has more than 10,000 states");
        assertThatThrownBy(() -> RegexAutomata.of(
                        RegexTree.parse("(" + "a".repeat(20) + "){1000}").orElseThrow()))
                .hasMessage("a pattern with more than 10,000 places");
        assertThatThrownBy(() -> Globs.of(Glob.compile("*a" + "?".repeat(20), false)))
                .hasMessage("a pattern whose automaton has more than 10,000 states");
        assertThatThrownBy(() -> Lengths.between(10_000_000, Long.MAX_VALUE))
                .hasMessage("an automaton with more than 4,000,000 transitions");
    }
}
