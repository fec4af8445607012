package io.falconer.field;

import java.util.Optional;
import java.util.function.IntPredicate;

/** The POSIX character classes in the C locale. */
final class CharacterClasses {
    private CharacterClasses() {}

    /** The class of that name, such as {@code alpha}. */
    static Optional<IntPredicate> posix(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "alnum" -> CharacterClasses::isAlnum;
                    case "alpha" -> CharacterClasses::isAlpha;
                    case "blank" -> c -> c == ' ' || c == '\t';
                    case "cntrl" -> c -> c < ' ' || c == 0x7F;
                    case "digit" -> CharacterClasses::isDigit;
                    case "graph" -> c -> c > ' ' && c < 0x7F;
                    case "lower" -> c -> c >= 'a' && c <= 'z';
                    case "print" -> c -> c >= ' ' && c < 0x7F;
                    case "punct" -> c -> c > ' ' && c < 0x7F && !isAlnum(c);
                    case "space" -> c -> c == ' ' || (c >= '\t' && c <= '\r');
                    case "upper" -> c -> c >= 'A' && c <= 'Z';
                    case "xdigit" -> c -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
                    default -> null;
                });
    }

    private static boolean isAlpha(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlnum(int c) {
        return isAlpha(c) || isDigit(c);
    }
}
