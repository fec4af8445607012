package io.falconer.language;

import io.falconer.field.Glob;
import io.falconer.field.RegexTree;
import java.util.List;
import java.util.Random;

/** Sets of texts by chance, over few letters, so that they have much to do with each other. */
final class RandomLanguages {
    private static final String[] REGEX = {
        "a", "b", "c", "/", ".", ".*", "[^a]", "(a|bc)", "b*", "(ab?c)*", "[b-z]", "é", "c+", "(a|b){1,3}"
    };
    private static final String[] GLOB = {"a", "b", "/", "*", "?", "[!b]"};

    private final Random random;

    RandomLanguages(long seed) {
        this.random = new Random(seed);
    }

    Automaton next() throws TooLarge {
        return switch (random.nextInt(10)) {
            case 0 -> Texts.of(List.of(text(), text(), text()));
            case 1 -> Texts.startingWith(List.of(text()));
            case 2 -> Texts.endingWith(List.of(text(), text()));
            case 3 -> Texts.containing(List.of(text(), text()));
            case 4 -> Texts.containingIgnoringCase(List.of(text()));
            case 5 -> Globs.of(Glob.compile(chosen(GLOB), random.nextBoolean()));
            case 6 -> Paths.below(List.of(chosen(GLOB), chosen(GLOB)));
            case 7 -> Ordering.below(text());
            case 8 -> Lengths.between(random.nextInt(4), random.nextInt(7));
            default -> regex();
        };
    }

    Automaton regex() throws TooLarge {
        return RegexAutomata.of(RegexTree.parse(chosen(REGEX)).orElseThrow());
    }

    boolean nextBoolean() {
        return random.nextBoolean();
    }

    int nextInt(int bound) {
        return random.nextInt(bound);
    }

    private String text() {
        return chosen("abcAé/".split(""));
    }

    private String chosen(String[] parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
