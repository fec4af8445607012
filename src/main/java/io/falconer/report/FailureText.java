package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.event.Origin;
import io.falconer.explain.RuleExplanation;
import io.falconer.suite.Difference;
import io.falconer.suite.Failure;
import io.falconer.suite.NearMiss;
import io.falconer.suite.Observation;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.suite.RuleProof;
import io.falconer.suite.Silence;
import io.falconer.suite.Status;
import io.falconer.suite.TestResult;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.PrintableText;
import io.falconer.text.Snippet;
import io.falconer.text.Style;
import java.util.List;
import java.util.Optional;

/** Everything that differs from the expectation: expected and actual values, the places, and why a rule stayed silent. */
final class FailureText {
    private static final int MOST_EVENTS = 3;

    private final Style style;

    FailureText(Style style) {
        this.style = style;
    }

    /** The counter-fixtures that contradict a rule. The tests report what contradicts a rule in a test. */
    Optional<String> of(RuleProof proof) {
        StringBuilder out = new StringBuilder();
        for (Observation observation : proof.observations()) {
            if (!observation.holds() && observation.place().isEmpty()) {
                out.append(heading("FAILED", "counter-fixture: " + PrintableText.shown(observation.subject())));
                observation.failures().forEach(f -> failure(f, out));
            }
        }
        for (Counterexample counterexample : refuting(proof)) {
            out.append(heading("REFUTED", PrintableText.shown(proof.rule()) + ": " + counterexample.words()));
            out.append("  ").append(PrintableText.shown(counterexample.event())).append('\n');
        }
        if (proof.verdict() == RuleProof.Verdict.UNRELIABLE) {
            out.append(heading("UNRELIABLE", PrintableText.shown(proof.rule())));
            proof.unreliable()
                    .forEach(field -> out.append(Snippet.of(field, style).indent(2)));
        }
        if (proof.verdict() == RuleProof.Verdict.UNTESTED) {
            out.append(heading("NOT TESTED", PrintableText.shown(proof.rule())));
            out.append("  ").append(missing(proof)).append('\n');
        }
        return Optional.of(out.toString()).filter(text -> !text.isEmpty());
    }

    /** The failures and warnings of a test. */
    Optional<String> of(TestResult result) {
        StringBuilder out = new StringBuilder();
        String name = PrintableText.shown(result.test().name()) + " "
                + style.dim(place(result.test().location()));
        if (result.status() == Status.FAILED || result.status() == Status.ERROR) {
            out.append(heading(result.status() == Status.ERROR ? "ERROR" : "FAILED", name));
            for (Diagnostic error : result.errors()) {
                out.append(Snippet.of(error, style).indent(2));
            }
            result.failures().forEach(f -> failure(f, out));
        }
        if (result.status() == Status.UNRELIABLE) {
            out.append(heading("UNRELIABLE", name));
            result.unreliable()
                    .forEach(field -> out.append(Snippet.of(field, style).indent(2)));
        }
        if (!result.warnings().isEmpty()) {
            out.append(style.yellow("WARNING")).append(' ').append(name).append('\n');
            result.warnings().forEach(f -> failure(f, out));
        }
        return Optional.of(out.toString()).filter(text -> !text.isEmpty());
    }

    /** The events that refute a rule. */
    static List<Counterexample> refuting(RuleProof proof) {
        return proof.counterexamples().stream()
                .filter(counterexample -> !counterexample.announced())
                .toList();
    }

    /** What is missing to test a rule that nothing contradicts. */
    static String missing(RuleProof proof) {
        return proof.expected(true).isEmpty()
                ? "no event is expected to fire it"
                : "no event is expected to leave it silent";
    }

    /** A failure without its headline: expected and actual values, and the places. */
    String details(Failure failure) {
        StringBuilder out = new StringBuilder();
        details(failure, out);
        return out.toString();
    }

    private String heading(String word, String name) {
        return style.red(word) + " " + name + "\n";
    }

    private void failure(Failure failure, StringBuilder out) {
        String what = ProblemKind.of(failure).words();
        out.append("  ")
                .append(style.bold(PrintableText.shown(failure.rule())))
                .append(' ')
                .append(what);
        out.append('\n');
        details(failure, out);
    }

    private void details(Failure failure, StringBuilder out) {
        failure.place().ifPresent(p -> out.append(style.dim("    expectation at " + place(p)))
                .append("\n    ")
                .append(Snippet.line(p, style)));
        failure.differences().forEach(d -> difference(d, out));
        switch (failure) {
            case Failure.StayedSilent f -> silences(f.silences(), out);
            case Failure.FiredOtherwise f -> alerts(List.of(f.closest()), out);
            case Failure.FiredTimes f -> {
                alerts(f.alerts(), out);
                silences(f.silences(), out);
            }
            case Failure.FiredUnasked f -> {
                alerts(f.alerts(), out);
                nearMisses(f.nearMisses(), out);
            }
        }
    }

    private void nearMisses(List<NearMiss> misses, StringBuilder out) {
        for (NearMiss miss : misses.stream().limit(MOST_EVENTS).toList()) {
            out.append("    on ")
                    .append(place(miss.event()))
                    .append(miss.alone() ? ": exception \"" : ": everything in exception \"")
                    .append(PrintableText.shown(miss.exception()))
                    .append(
                            miss.alone()
                                    ? "\" nearly matches, except the value at "
                                    : "\" matches except the value at ")
                    .append(place(miss.value()))
                    .append("\n      ")
                    .append(PrintableText.shown(miss.reason().check()))
                    .append(style.dim("  saw "))
                    .append(style.red(PrintableText.shown(miss.reason().saw())))
                    .append('\n');
        }
        more(misses.size() - MOST_EVENTS, "exception", out);
    }

    private void difference(Difference difference, StringBuilder out) {
        out.append("    ").append(PrintableText.shown(difference.what())).append('\n');
        out.append("      expected  ")
                .append(style.green(PrintableText.shown(difference.expected())))
                .append('\n');
        out.append("      actual    ")
                .append(style.red(PrintableText.shown(difference.actual())))
                .append('\n');
        Divergence.of(difference.expected(), difference.actual()).ifPresent(d -> out.append("      at character ")
                .append(d.at())
                .append(": expected ")
                .append(style.green(quoted(d.expected())))
                .append(", got ")
                .append(style.red(quoted(d.actual())))
                .append('\n'));
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing" : '"' + PrintableText.shown(text) + '"';
    }

    private void alerts(List<Alert> alerts, StringBuilder out) {
        for (Alert alert : alerts.stream().limit(MOST_EVENTS).toList()) {
            out.append("    on ").append(place(alert.event().origin())).append('\n');
            out.append("      ")
                    .append(alert.rule().priority().title())
                    .append(": ")
                    .append(PrintableText.shown(alert.message()))
                    .append('\n');
        }
        more(alerts.size() - MOST_EVENTS, "alert", out);
    }

    private void silences(List<Silence> silences, StringBuilder out) {
        for (Silence silence : silences.stream().limit(MOST_EVENTS).toList()) {
            String why =
                    switch (silence.cause()) {
                        case CONDITION -> "these parts of its condition did not hold:";
                        case NOT_TRIED ->
                            silence.explanation().map(CauseText::of).orElse("its condition holds");
                        case DISABLED -> "the rule is disabled";
                        case OTHER_SOURCE -> "no event has the rule's source";
                    };
            out.append("    ");
            silence.event().ifPresent(e -> out.append("on ").append(place(e)).append(": "));
            out.append(PrintableText.shown(why)).append('\n');
            silence.explanation()
                    .flatMap(RuleExplanation::condition)
                    .filter(condition -> !condition.holds())
                    .ifPresent(condition -> out.append(ExplanationText.deciding(condition, style, 6)));
        }
        more(silences.size() - MOST_EVENTS, "event", out);
    }

    private static void more(int left, String thing, StringBuilder out) {
        if (left > 0) {
            out.append("      and ").append(Plural.of(left, "more " + thing)).append('\n');
        }
    }

    private static String place(Origin origin) {
        return PrintableText.shown(origin.toString());
    }

    private static String place(Location location) {
        return PrintableText.shown(location.toString());
    }
}
