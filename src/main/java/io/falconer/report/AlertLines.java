package io.falconer.report;

import io.falconer.engine.Alert;
import io.falconer.engine.AlertText;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.reader.Skips;
import io.falconer.ruleset.Priority;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.List;
import java.util.function.Consumer;

/**
 * Alerts as the lines that Falco prints. In colour, the priority is highlighted. Control characters that Falco prints
 * unchanged, and text that a CI system would treat as a command, are escaped, because the author of the event controls the
 * texts. Files can have them as they are.
 */
public final class AlertLines implements AlertSink {
    private final AlertText text;
    private final boolean asIs;
    private final Style style;
    private final Consumer<String> out;

    /**
     * Writes lines to {@code out}.
     *
     * @param asIs whether nothing is escaped that Falco does not escape
     */
    public AlertLines(AlertText text, boolean asIs, Style style, Consumer<String> out) {
        this.text = text;
        this.asIs = asIs;
        this.style = style;
        this.out = out;
    }

    @Override
    public void accept(Event event, List<Alert> alerts) {
        for (Alert alert : alerts) {
            String line =
                    asIs ? text.line(alert) : PrintableText.withoutCommands(PrintableText.shown(text.line(alert)));
            Priority priority = alert.rule().priority();
            int word = line.indexOf(priority.title());
            int end = word + priority.title().length();
            out.accept(style.dim(line.substring(0, word)) + coloured(priority, line.substring(word, end))
                    + line.substring(end) + "\n");
        }
    }

    @Override
    public void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest) {}

    private String coloured(Priority priority, String word) {
        return switch (priority) {
            case EMERGENCY, ALERT, CRITICAL, ERROR -> style.red(word);
            case WARNING -> style.yellow(word);
            case NOTICE, INFORMATIONAL, DEBUG -> style.cyan(word);
        };
    }
}
