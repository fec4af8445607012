package io.falconer.field;

import java.util.Optional;
import java.util.function.IntPredicate;

/** The POSIX character classes in the C locale. */
final class CharacterClasses {
    private CharacterClasses() {}

    /** The class with this name, such as {@code alpha}; empty for a name that POSIX does not have. */
    static Optional<IntPredicate> posix(String name) {
        return switch (name) {
            case "alnum" -> Optional.of(CharacterClasses::isAlnum);
            case "alpha" -> Optional.of(CharacterClasses::isAlpha);
            case "blank" -> Optional.of(c -> c == ' ' || c == '\t');
            case "cntrl" -> Optional.of(c -> c < ' ' || c == 0x7F);
            case "digit" -> Optional.of(CharacterClasses::isDigit);
            case "graph" -> Optional.of(c -> c > ' ' && c < 0x7F);
            case "lower" -> Optional.of(c -> c >= 'a' && c <= 'z');
            case "print" -> Optional.of(c -> c >= ' ' && c < 0x7F);
            case "punct" -> Optional.of(c -> c > ' ' && c < 0x7F && !isAlnum(c));
            case "space" -> Optional.of(c -> c == ' ' || (c >= '\t' && c <= '\r'));
            case "upper" -> Optional.of(c -> c >= 'A' && c <= 'Z');
            case "xdigit" -> Optional.of(c -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
            default -> Optional.empty();
        };
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
