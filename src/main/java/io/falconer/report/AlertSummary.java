package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.reader.SkipReason;
import io.falconer.event.reader.Skips;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Counts the alerts of each rule and the events, and lists the rules that took longest. */
public final class AlertSummary implements AlertSink {
    private final Style style;
    private final Consumer<String> out;
    private final Map<String, Long> byRule = new TreeMap<>();

    /** Writes the summary to {@code out} at the end. */
    public AlertSummary(Style style, Consumer<String> out) {
        this.style = style;
        this.out = out;
    }

    @Override
    public void accept(Event event, List<Alert> fired) {
        fired.forEach(alert -> byRule.merge(alert.rule().name(), 1L, Long::sum));
    }

    @Override
    public void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest) {
        StringBuilder text = new StringBuilder();
        byRule.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> e.getValue())
                        .reversed())
                .forEach(rule -> text.append(row(rule.getValue(), style.bold(PrintableText.shown(rule.getKey())))));
        text.append(row(totals.alerts(), totals.alerts() == 1 ? "alert" : "alerts"));
        text.append(row(totals.events(), totals.events() == 1 ? "event" : "events"));
        for (SkipReason reason : SkipReason.values()) {
            long skipped = skips.counts().getOrDefault(reason, 0L);
            text.append(skipped == 0 ? "" : row(skipped, style.yellow("skipped: " + reason.text())));
        }
        text.append(row(totals.eventsPerSecond(), "events/s"));
        if (!costliest.isEmpty()) {
            text.append("\ncostliest rules: time, events tried, time for each\n");
            costliest.forEach(cost -> text.append(row(cost)));
        }
        out.accept(PrintableText.withoutCommands(text.toString()));
    }

    private String row(RuleCost cost) {
        return String.format(
                Locale.ROOT,
                "%6d ms %9d %6d ns  %s\n",
                cost.nanos() / 1_000_000,
                cost.evaluations(),
                cost.nanos() / Math.max(1, cost.evaluations()),
                style.bold(PrintableText.shown(cost.rule().name())));
    }

    private static String row(long number, String what) {
        return String.format(Locale.ROOT, "%9d  %s\n", number, what);
    }
}
