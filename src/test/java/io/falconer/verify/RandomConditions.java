package io.falconer.verify;

import java.util.Random;
import java.util.stream.Stream;

/** Valid conditions about one field, with constants of few letters. */
final class RandomConditions {
    private final Random random;

    RandomConditions(Random random) {
        this.random = random;
    }

    /** @param depth how deep "and", "or" and "not" may nest */
    String valid(String field, int depth) {
        return Stream.generate(() -> condition(field, depth))
                .filter(text -> SmallWorlds.parsed(text).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A valid condition about two leaves of documents, with constants of one letter. */
    String ofDocument(int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 1 -> "(" + ofDocument(depth - 1) + " and " + ofDocument(depth - 1) + ")";
            case 2 -> "(" + ofDocument(depth - 1) + " or " + ofDocument(depth - 1) + ")";
            case 3 -> "not (" + ofDocument(depth - 1) + ")";
            default -> checkOfLeaf("jevt.value[/" + of("a", "b") + "]");
        };
    }

    private String checkOfLeaf(String leaf) {
        return leaf
                + switch (random.nextInt(6)) {
                    case 0 -> " exists";
                    case 1 -> " in (a, B)";
                    case 2 -> " glob " + of("\"*\"", "\"?\"", "\"a*\"", "\"*B\"");
                    default -> " " + of("=", "!=", "contains", "startswith", "endswith", "regex") + " " + of("a", "B");
                };
    }

    private String condition(String field, int depth) {
        return switch (random.nextInt(depth == 0 ? 1 : 4)) {
            case 1 -> "(" + condition(field, depth - 1) + " and " + condition(field, depth - 1) + ")";
            case 2 -> "(" + condition(field, depth - 1) + " or " + condition(field, depth - 1) + ")";
            case 3 -> "not (" + condition(field, depth - 1) + ")";
            default -> check(field);
        };
    }

    private String check(String field) {
        if (random.nextInt(6) == 0) {
            return field + " exists";
        }
        if (field.equals("fd.num")) {
            return field + " " + of("=", "!=", "<", "<=", ">", ">=") + " " + random.nextInt(-1, 3);
        }
        String operand =
                field.equals("proc.name") ? of(field, field, "tolower(proc.name)", "toupper(proc.name)") : field;
        return switch (random.nextInt(4)) {
            case 0 -> operand + " in (" + constant() + ", " + constant() + ")";
            case 1 ->
                operand + " " + of("contains", "=", "startswith", "glob") + " " + of("oneof", "anyof", "allof") + " ("
                        + constant() + ", " + constant() + ")";
            case 2 -> operand + " glob \"" + of("*", "?", "a*", "*B", "a?*", "[^a]*") + "\"";
            default ->
                operand + " "
                        + of("=", "!=", "<", ">=", "contains", "icontains", "startswith", "endswith", "regex") + " "
                        + constant();
        };
    }

    private String constant() {
        return of("a", "B", "aa", "aB", "Ba", "BB");
    }

    private String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
