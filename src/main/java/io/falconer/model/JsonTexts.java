package io.falconer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Regular expressions for compact JSON as Kubernetes writes it: a letter or digit is never escaped. Members of an object have
 * any order, and a key may occur again.
 */
public final class JsonTexts {
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Alphabet ANY = others -> "([^\"\\\\\u0001-\u001f" + joined(others) + "]|\\\\.)";
    private static final Alphabet FIELD =
            others -> "[" + LETTERS_AND_DIGITS.replaceAll("[" + joined(others) + " ]", "") + "]";
    private static final String CHARACTER = ANY.without(Set.of());

    /** A string in its quotes. */
    public static final String STRING = "\"" + CHARACTER + "*\"";

    /** A string that is not empty, in its quotes. */
    public static final String FULL_STRING = "\"" + CHARACTER + "+\"";

    /** A string in its quotes with no other escapes than JSON has. Automata of it have more states than those of {@link #STRING}. */
    static final String EXACT_STRING =
            "\"([^\"\\\\\\x00-\\x1f]|\\\\([\"\\\\/bfnrt]|u[0-9a-f][0-9a-f][0-9a-f][0-9a-f]))*\"";

    /** A whole number that is not negative. */
    public static final String NUMBER = "(0|[1-9][0-9]*)";

    private static final String SCALAR = "(" + STRING + "|-?" + NUMBER + "|true|false|null)";

    private JsonTexts() {}

    /** A list of items. */
    public static String list(String item) {
        return "\\[((" + item + ")(,(" + item + "))*)?\\]";
    }

    /** A list of items with one that is {@code wanted}. */
    public static String listWith(String wanted, String item) {
        return "\\[((" + item + "),)*(" + wanted + ")(,(" + item + "))*\\]";
    }

    /** An object of members. */
    public static String object(String member) {
        return "\\{((" + member + ")(,(" + member + "))*)?\\}";
    }

    /** An object of members with one that is {@code wanted}. */
    public static String objectWith(String wanted, String member) {
        return "\\{((" + member + "),)*(" + wanted + ")(,(" + member + "))*\\}";
    }

    /** A member. Its key is one of the words, which {@code |} separates. */
    public static String member(String keys, String value) {
        return "\"(" + keys + ")\":(" + value + ")";
    }

    /** An object of members. Commas between them may be missing, so that the expression is short. */
    static String roughObject(String member) {
        return "\\{((" + member + "),?)*\\}";
    }

    /** A list of items. Commas between them may be missing, so that the expression is short. */
    static String roughList(String item) {
        return "\\[((" + item + "),?)*\\]";
    }

    /**
     * An object with anything inside, and some texts that are not JSON.
     *
     * @param depth how deep objects and lists in it may be
     * @param key the keys of objects and lists
     */
    static String anyObject(int depth, String key) {
        return "\\{" + contents(depth, key) + "\\}";
    }

    private static String contents(int depth, String key) {
        String item = "(" + STRING + ":)?" + SCALAR;
        String inside = depth == 0 ? item : item + "|(" + key + ":)?[\\[{]" + contents(depth - 1, key) + "[\\]}]";
        return "((" + inside + "),?)*";
    }

    /** The names of fields, in their quotes, that are none of {@code names}. */
    static String nameOtherThan(Collection<String> names) {
        return "\"" + rest(names, List.of(), FIELD) + "\"";
    }

    /** The strings, in their quotes, that are none of {@code texts} and begin with none of {@code beginnings}. */
    public static String otherThan(Collection<String> texts, Collection<String> beginnings) {
        return "\"" + rest(texts, beginnings, ANY) + "\"";
    }

    private static String rest(Collection<String> texts, Collection<String> beginnings, Alphabet alphabet) {
        SortedSet<Character> first = new TreeSet<>();
        texts.stream().filter(text -> !text.isEmpty()).forEach(text -> first.add(text.charAt(0)));
        beginnings.forEach(text -> first.add(text.charAt(0)));
        List<String> all = new ArrayList<>(List.of(alphabet.without(first) + alphabet.without(Set.of()) + "*"));
        for (char c : first) {
            if (!beginnings.contains(String.valueOf(c))) {
                String next = rest(after(c, texts), after(c, beginnings), alphabet);
                all.add(Patterns.literal(String.valueOf(c)) + next);
            }
        }
        return "(" + String.join("|", all) + ")" + (texts.contains("") ? "" : "?");
    }

    private static String joined(Set<Character> characters) {
        return characters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static List<String> after(char first, Collection<String> texts) {
        return texts.stream()
                .filter(text -> text.startsWith(String.valueOf(first)))
                .map(text -> text.substring(1))
                .toList();
    }

    /** The characters of texts, as they are written. */
    @FunctionalInterface
    private interface Alphabet {
        /** An expression for one character that is none of these. */
        String without(Set<Character> characters);
    }
}
