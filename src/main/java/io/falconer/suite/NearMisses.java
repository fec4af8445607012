package io.falconer.suite;

import io.falconer.condition.Expr;
import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.Explanation;
import io.falconer.ruleset.Rule;
import io.falconer.text.Span;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the exceptions that nearly kept a rule silent: all their values except one match the event. */
final class NearMisses {
    /** The maximum number of alerts to examine. More show nothing new. */
    private static final int MOST = 20;

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
                found.add(miss(exception.get(), missed.getFirst()));
            }
        } else {
            part.parts().forEach(this::search);
        }
    }

    /** The exception whose values a conjunction compares. */
    private Optional<String> exception(Explanation part) {
        return rule().origin(part.expression().span()).way().stream()
                .filter(step -> step.kind() == Via.Kind.EXCEPTION)
                .map(Via::name)
                .findFirst();
    }

    private NearMiss miss(String exception, Explanation missed) {
        return new NearMiss(
                alert.event().origin(),
                exception,
                rule().origin(value(missed.expression())).location(),
                FailedChecks.of(missed).getFirst());
    }

    private static Span value(Expr expr) {
        return expr instanceof Expr.Comparison comparison ? comparison.right().span() : expr.span();
    }

    private Rule rule() {
        return alert.rule();
    }
}
