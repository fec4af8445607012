package io.falconer.cli;

import io.falconer.engine.Alert;
import io.falconer.event.Event;
import io.falconer.event.reader.SkipReason;
import io.falconer.event.reader.Skips;
import io.falconer.text.Style;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Alerts counted by rule, and how many events there were. */
final class AlertSummary implements AlertSink {
    private final Style style;
    private final Consumer<String> out;
    private final Map<String, Long> byRule = new TreeMap<>();
    private long events;
    private long alerts;

    AlertSummary(Style style, Consumer<String> out) {
        this.style = style;
        this.out = out;
    }

    @Override
    public void accept(Event event, List<Alert> fired) {
        events++;
        alerts += fired.size();
        fired.forEach(alert -> byRule.merge(alert.rule().name(), 1L, Long::sum));
    }

    @Override
    public void finish(Skips skips, long nanos) {
        StringBuilder text = new StringBuilder();
        byRule.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> e.getValue())
                        .reversed())
                .forEach(rule -> text.append(row(rule.getValue(), style.bold(rule.getKey()))));
        text.append(row(alerts, alerts == 1 ? "alert" : "alerts"));
        text.append(row(events, events == 1 ? "event" : "events"));
        for (SkipReason reason : SkipReason.values()) {
            long skipped = skips.counts().getOrDefault(reason, 0L);
            text.append(skipped == 0 ? "" : row(skipped, style.yellow("skipped: " + reason.text())));
        }
        text.append(row(Math.round(events / (Math.max(1, nanos) / 1e9)), "events/s"));
        out.accept(text.toString());
    }

    private static String row(long number, String what) {
        return String.format(Locale.ROOT, "%9d  %s%n", number, what).replace("\r", "");
    }
}
