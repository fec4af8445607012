package io.falconer.schema;

import io.falconer.text.Diagnostic;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A reason for which a reader refuses what its schema takes.
 *
 * @param code the diagnostic's
 * @param message what its message has in it, as a regular expression
 * @param where what the change that led to it has in it
 */
record OnlyTheReaderSees(String code, Pattern message, Pattern where, String why) {
    private static final String NUMBER = "a number is taken by its text, and a schema only sees its value";
    private static final String REFERENCE = "one part of the policy speaks of another";
    private static final String TWICE = "a schema does not compare values with each other";

    static final List<OnlyTheReaderSees> OF_POLICIES = List.of(
            of("bad-exception", REFERENCE),
            of("unknown-control", "the policy's|the policy has no", REFERENCE),
            of("unknown-team", REFERENCE),
            of("duplicate-name", TWICE),
            of("duplicate-control", TWICE),
            of("duplicate-value", TWICE),
            of("duplicate-key", "an editor finds it by itself"),
            of("bad-image", "the form of images depends on their parts"),
            of("bad-glob", "\"\\[z-a]\"", "a class may match nothing"),
            of("bad-glob", "\"1.5\"", NUMBER),
            of("bad-key", "\"-1\"", NUMBER),
            of("bad-tag", "\"-1\"", NUMBER),
            of("bad-plugin", "has no version", "the reader knows the newest versions of some plugins"),
            of("bad-plugin", "twice|the same fields", TWICE),
            of("bad-falco", "starts with the newer version", TWICE),
            of("bad-name", "\"(-1|1.5)\"", NUMBER),
            of("bad-date", "2027-02-30", "the form is right, the day is not"),
            of("bad-length", "bytes", "bytes are not characters"),
            of("bad-character", "a regular expression for this would not help"),
            of("unknown-value", "of \"only\"", "keys of the policy have part in the names of the checks"),
            of("nothing-to-check", "this Sometimes control", "what is wrong by its text counts as absent"));

    static final List<OnlyTheReaderSees> OF_SUITES = List.of(
            new OnlyTheReaderSees(
                    "",
                    Pattern.compile(""),
                    Pattern.compile("/cases/((vector/)?[0-9]+[ /]|matrix/[^/]+/[0-9]+|matrix [a-z]+: \\[.)"),
                    "what a variable stands for shows when the cases are put in"),
            of("unknown-value", "\"\\$\\{.*}\"", "a variable in a test without cases stands for itself"),
            of("wrong-kind", "\"\\$\\{.*}\"", "a variable in a test without cases stands for itself"),
            of("unknown-variable", REFERENCE),
            of("contradiction", REFERENCE),
            of("unknown-field", "no event has", "fields have arguments and transformers around them"),
            of("wrong-kind", "cannot be", "system call fields are typed by the catalogue"),
            of("bad-when", "it is a language of its own"),
            of("bad-cases", "no value|10000|67108864", "cases are compared with each other and counted"),
            of("bad-regex", "it is a language of its own"),
            of("missing-key", "requires one", "a variable may stand for the operation of a patch"),
            of("bad-patch", "moved into itself", REFERENCE),
            of("too-deep", "a schema does not count levels"),
            of("duplicate-test", TWICE),
            of("duplicate-key", "an editor finds it by itself"));

    static final OnlyTheReaderSees OF_TESTS_IN_POLICIES = of("duplicate-test", TWICE);

    private static OnlyTheReaderSees of(String code, String why) {
        return of(code, "", why);
    }

    private static OnlyTheReaderSees of(String code, String message, String why) {
        return new OnlyTheReaderSees(code, Pattern.compile(message), Pattern.compile(""), why);
    }

    boolean covers(Diagnostic error, String change) {
        return (code.isEmpty() || error.code().equals(code))
                && message.matcher(error.message()).find()
                && where.matcher(change).find();
    }

    @Override
    public String toString() {
        return code + " " + message + ": " + why;
    }
}
