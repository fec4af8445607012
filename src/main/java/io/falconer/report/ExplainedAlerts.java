package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.reader.Skips;
import io.falconer.explain.EventExplainer;
import io.falconer.text.PrintableText;
import java.util.List;
import java.util.function.Consumer;

/**
 * Alerts as lines, each followed by the reason why its rule fired. The events must be whole.
 *
 * @param lines writes the alerts to {@code out}
 */
public record ExplainedAlerts(AlertSink lines, EventExplainer explainer, ExplanationText text, Consumer<String> out)
        implements AlertSink {
    @Override
    public void accept(Event event, List<Alert> alerts) {
        for (Alert alert : alerts) {
            lines.accept(event, List.of(alert));
            out.accept(PrintableText.withoutCommands(text.ofAlert(explainer.explain(event, alert.rule()))));
        }
    }

    @Override
    public void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest) {
        lines.finish(totals, skips, costliest);
    }
}
