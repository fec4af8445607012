package io.falconer.model;

import io.falconer.field.RegexTree;
import io.falconer.language.Automaton;
import io.falconer.language.RegexAutomata;
import io.falconer.language.TooLarge;

/** Languages that regular expressions of RE2's POSIX dialect describe. */
public final class Patterns {
    private Patterns() {}

    /** The texts that the whole expression matches. */
    public static Automaton language(String regex) throws TooLarge {
        return RegexAutomata.of(RegexTree.parse(regex).orElseThrow(() -> new IllegalArgumentException(regex)));
    }

    /** The text as an expression that matches only the text. */
    public static String literal(String text) {
        StringBuilder regex = new StringBuilder();
        text.chars().forEach(c -> {
            if (".+*?()|[]{}^$\\".indexOf(c) >= 0) {
                regex.append('\\');
            }
            regex.append((char) c);
        });
        return regex.toString();
    }
}
