package io.falconer.report;

import io.falconer.suite.Failure;
import java.util.Locale;

/** The kinds of problems about rules, and what is said of each. */
enum ProblemKind {
    STAYED_SILENT(
            "did not fire",
            "A rule did not fire on an event that it must fire on",
            "The parts of the condition that did not hold are listed with the values that they read. Mend the rule, or the"
                    + " event if it is not what it was meant to be."),
    FIRED_OTHERWISE(
            "fired, but otherwise than expected",
            "A rule fired with another priority, output or output field than expected",
            "Expected and actual values stand side by side. Mend the rule's priority or output, or the expectation."),
    FIRED_TIMES(
            "fired another number of times than expected",
            "A rule fired more or less often than expected",
            "The alerts are listed with their events. Mend the rule, or the count of the expectation."),
    FIRED_UNASKED(
            "fired where nobody expects it",
            "A rule fired on an event that it must stay silent on",
            "The alerts are listed with their events. Narrow the rule's condition, add an exception, or expect the alert."),
    NOT_PROVEN(
            "is not proven",
            "Too few events were replayed to prove a rule",
            "A rule is proven by at least one event that fires it and one that leaves it silent. Add a test of the rule."),
    UNFIRED(
            "is fired by no test",
            "No test fires a rule",
            "The rule may be dead. Add a test with an event that it must fire on."),
    UNSILENCED(
            "is kept silent by no test",
            "No test keeps a rule silent",
            "The rule may fire on everything. Add a test with an event that it must stay silent on."),
    FAILED_TEST(
            "is contradicted by a test",
            "A test of a rule failed",
            "The test tells what differs. Mend the rule or the test.");

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

    /** As programs know it. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is told of a rule, after its name. */
    String words() {
        return words;
    }

    /** What it means, in one sentence. */
    String summary() {
        return summary;
    }

    /** What to do about it. */
    String help() {
        return help;
    }
}
