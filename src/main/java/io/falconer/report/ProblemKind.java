package io.falconer.report;

import io.falconer.suite.Failure;
import java.util.Locale;

/** The kinds of problems about rules, with their texts. */
enum ProblemKind {
    STAYED_SILENT(
            "did not fire",
            "A rule did not fire on an event that must fire it",
            "The report lists the parts of the condition that did not hold, with their values. Fix the rule, or the"
                    + " event if it is wrong."),
    FIRED_OTHERWISE(
            "fired, but not as expected",
            "A rule fired, but its priority, output or output fields differ from the expectation",
            "The report shows expected and actual values. Fix the rule's priority or output, or the expectation."),
    FIRED_TIMES(
            "fired more or less often than expected",
            "The number of a rule's alerts differs from the expectation",
            "The report lists the alerts with their events. Fix the rule, or the count of the expectation."),
    FIRED_UNASKED(
            "fired unexpectedly",
            "A rule fired on an event that must not fire it",
            "The report lists the alerts with their events. Narrow the rule's condition, add an exception, or expect the"
                    + " alert."),
    UNRELIABLE_FIELD(
            "is unreliable in this Falco",
            "The version of Falco may read wrong values for a rule",
            "The report says which field of the rule is read wrongly, and what to write so that every version reads it"
                    + " right."),
    REFUTED(
            "does not fire on exactly what its policy forbids",
            "An event shows that a rule does not do what its policy says",
            "The report shows the event. Fix the template of the rule."),
    NOT_TESTED(
            "is not tested",
            "The replayed events are not enough to test a rule",
            "To test a rule, at least one event must fire it and one must leave it silent. Add a test of the rule."),
    UNFIRED(
            "is not fired by any test",
            "No test fires a rule",
            "The rule may be dead. Add a test with an event that must fire it."),
    UNSILENCED(
            "is not kept silent by any test",
            "No test keeps a rule silent",
            "The rule may fire on everything. Add a test with an event that must not fire it, and that differs in one part"
                    + " of the condition from one that does."),
    LOW_COVERAGE(
            "has parts that no test shows",
            "Tests show too few of the parts of rules at work",
            "A part without a test may be wrong unnoticed. Add events on which only this part decides, or lower the"
                    + " percentage that is required."),
    LOW_MUTATION(
            "can be changed without a test that fails",
            "Tests notice too few changes of a rule",
            "The report lists the changes that no test notices, with events that would show them. Add tests with these"
                    + " events, or lower the percentage that is required."),
    FAILED_TEST(
            "is contradicted by a test",
            "A test of a rule failed",
            "The test shows what differs. Fix the rule or the test.");

    private final String words;
    private final String summary;
    private final String help;

    ProblemKind(String words, String summary, String help) {
        this.words = words;
        this.summary = summary;
        this.help = help;
    }

    static ProblemKind of(Failure failure) {
        return switch (failure) {
            case Failure.StayedSilent f -> STAYED_SILENT;
            case Failure.FiredOtherwise f -> FIRED_OTHERWISE;
            case Failure.FiredTimes f -> FIRED_TIMES;
            case Failure.FiredUnasked f -> FIRED_UNASKED;
        };
    }

    /** The id that programs use. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The text that follows the rule's name. */
    String words() {
        return words;
    }

    /** The meaning, in one sentence. */
    String summary() {
        return summary;
    }

    /** How to fix it. */
    String help() {
        return help;
    }
}
