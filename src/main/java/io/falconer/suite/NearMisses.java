package io.falconer.suite;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.event.Value;
import io.falconer.ruleset.Rule;
import io.falconer.text.Span;
import io.falconer.text.Via;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the exceptions that nearly kept a rule silent: all their values except one match the event, or their only value
 * resembles what the event has.
 */
final class NearMisses {
    /** The maximum number of alerts to examine. More show nothing new. */
    private static final int MOST = 20;

    /** Shorter texts are in many others. */
    private static final int SHORTEST = 3;

    private final Alert alert;
    private final List<NearMiss> found = new ArrayList<>();

    private NearMisses(Alert alert) {
        this.alert = alert;
    }

    /** The near misses of alerts, in the order of the rules' exceptions; only the first alerts are examined. */
    static List<NearMiss> of(Engine engine, List<Alert> alerts) {
        List<NearMiss> all = new ArrayList<>();
        for (Alert alert : alerts.stream().limit(MOST).toList()) {
            NearMisses misses = new NearMisses(alert);
            misses.search(engine.explain(alert.rule(), alert.event()));
            all.addAll(misses.found);
        }
        return all;
    }

    private void search(Explanation part) {
        Optional<String> exception = part.expression() instanceof Expr.And ? exception(part) : Optional.empty();
        if (exception.isPresent()) {
            List<Explanation> missed =
                    part.parts().stream().filter(value -> !value.holds()).toList();
            if (missed.size() == 1) {
                found.add(miss(
                        exception.get(),
                        missed.getFirst(),
                        value(missed.getFirst().expression()),
                        false));
            }
        } else if (part.expression() instanceof Expr.Comparison comparison && !part.holds()) {
            similar(part, comparison)
                    .ifPresent(value -> exception(part).ifPresent(name -> found.add(miss(name, part, value, true))));
        } else {
            part.parts().forEach(this::search);
        }
    }

    /** The place of a constant that resembles the text that a check read. */
    private static Optional<Span> similar(Explanation check, Expr.Comparison comparison) {
        return check.readings().size() == 1 && check.readings().getFirst().value() instanceof Value.Text seen
                ? constants(comparison.right()).stream()
                        .filter(constant -> isSimilar(constant.value(), seen.text()))
                        .map(Right.Text::span)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isSimilar(String constant, String seen) {
        String one = constant.toLowerCase(Locale.ROOT);
        String other = seen.toLowerCase(Locale.ROOT);
        boolean contained =
                Math.min(one.length(), other.length()) >= SHORTEST && (one.contains(other) || other.contains(one));
        return contained || Nearest.to(other, List.of(one)).isPresent();
    }

    private static List<Right.Text> constants(Right right) {
        return switch (right) {
            case Right.Text text -> List.of(text);
            case Right.TextList list -> list.items();
            case Operand operand -> List.of();
        };
    }

    /** The exception whose values a conjunction compares. */
    private Optional<String> exception(Explanation part) {
        return rule().origin(part.expression().span()).way().stream()
                .filter(step -> step.kind() == Via.Kind.EXCEPTION)
                .map(Via::name)
                .findFirst();
    }

    private NearMiss miss(String exception, Explanation missed, Span value, boolean alone) {
        return new NearMiss(
                alert.event().origin(),
                exception,
                rule().origin(value).location(),
                alone,
                FailedChecks.of(missed).getFirst());
    }

    /** The constants themselves, because Falco adds the parentheses around a list. */
    private static Span value(Expr expr) {
        if (!(expr instanceof Expr.Comparison comparison)) {
            return expr.span();
        }
        List<Right.Text> constants = constants(comparison.right());
        return constants.isEmpty()
                ? comparison.right().span()
                : new Span(
                        constants.getFirst().span().start(),
                        constants.getLast().span().end());
    }

    private Rule rule() {
        return alert.rule();
    }
}
