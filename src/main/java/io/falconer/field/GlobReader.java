package io.falconer.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads fnmatch patterns into sets of octets. */
final class GlobReader {
    private static final long[] STAR = {};

    private final String pattern;
    private final boolean foldCase;
    private final List<long[]> tokens = new ArrayList<>();
    private int at;

    GlobReader(String pattern, boolean foldCase) {
        this.pattern = pattern;
        this.foldCase = foldCase;
    }

    long[][] tokens() {
        while (at < pattern.length()) {
            token(pattern.charAt(at++));
        }
        return tokens.toArray(long[][]::new);
    }

    private void token(char c) {
        switch (c) {
            case '*' -> {
                if (tokens.isEmpty() || tokens.get(tokens.size() - 1) != STAR) {
                    tokens.add(STAR);
                }
            }
            case '?' -> tokens.add(OctetSet.of(octet -> true));
            case '\\' -> {
                if (at == pattern.length()) {
                    tokens.add(new long[4]);
                } else {
                    literal(pattern.charAt(at++));
                }
            }
            case '[' -> {
                int open = at;
                Optional<long[]> set = bracket();
                if (set.isPresent()) {
                    tokens.add(set.get());
                } else {
                    at = open;
                    literal('[');
                }
            }
            default -> literal(c);
        }
    }

    private void literal(char c) {
        long[] set = new long[4];
        OctetSet.add(set, c);
        if (fold(c) >= 'a' && fold(c) <= 'z' && foldCase) {
            OctetSet.add(set, c ^ ' ');
        }
        tokens.add(set);
    }

    /** The set of a bracket expression, after its opening bracket; empty if it is not closed. */
    private Optional<long[]> bracket() {
        boolean negated = at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
        if (negated) {
            at++;
        }
        IntPredicate members = octet -> false;
        for (boolean first = true; at < pattern.length(); first = false) {
            char c = pattern.charAt(at);
            if (c == ']' && !first) {
                at++;
                IntPredicate set = members;
                return Optional.of(OctetSet.of(octet -> set.test(octet) != negated));
            }
            Optional<IntPredicate> item = c == '[' ? named() : Optional.empty();
            members = members.or(item.isPresent() ? item.get() : range());
        }
        return Optional.empty();
    }

    /** {@code [:class:]}, {@code [=c=]}, {@code [.c.]}. A name that does not exist contains nothing. */
    private Optional<IntPredicate> named() {
        if (at + 1 >= pattern.length() || ":=.".indexOf(pattern.charAt(at + 1)) < 0) {
            return Optional.empty();
        }
        char kind = pattern.charAt(at + 1);
        int close = pattern.indexOf(kind + "]", at + 2);
        if (close < 0) {
            return Optional.empty();
        }
        String name = pattern.substring(at + 2, close);
        at = close + 2;
        if (kind == ':') {
            return Optional.of(CharacterClasses.posix(name).orElse(octet -> false));
        }
        return Optional.of(octet -> name.length() == 1 && fold(octet) == fold(name.charAt(0)));
    }

    private IntPredicate range() {
        int low = fold(member());
        boolean range = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
        if (!range) {
            return octet -> fold(octet) == low;
        }
        at++;
        int high = fold(member());
        return octet -> fold(octet) >= low && fold(octet) <= high;
    }

    private char member() {
        char c = pattern.charAt(at++);
        return c == '\\' && at < pattern.length() ? pattern.charAt(at++) : c;
    }

    private int fold(int c) {
        return foldCase && c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
