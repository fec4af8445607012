package io.falconer.report;

import io.falconer.suite.Coverage;
import io.falconer.suite.RuleName;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.List;
import java.util.Optional;

/** Lists the rules that no test fires, and the rules that no test keeps silent. */
final class CoverageText {
    private static final int MOST = 10;

    private final Style style;
    private final Detail detail;

    CoverageText(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
    }

    /** Lists these rules by name and place. If coverage is not required, it lists only the first few. */
    Optional<String> lists(Coverage coverage) {
        StringBuilder out = new StringBuilder();
        list("not fired by any test", coverage.unfired(), coverage.required(), out);
        list("not kept silent by any test", coverage.unsilenced(), coverage.required(), out);
        return Optional.of(out.toString()).filter(text -> !text.isEmpty());
    }

    private void list(String title, List<RuleName> rules, boolean required, StringBuilder out) {
        if (rules.isEmpty()) {
            return;
        }
        String heading = Plural.of(rules.size(), "rule") + " " + title + ":";
        out.append(required ? style.red("FAILED " + heading) : style.yellow(heading))
                .append('\n');
        int shown = required || detail == Detail.EVERY_EVENT ? rules.size() : MOST;
        for (RuleName rule : rules.stream().limit(shown).toList()) {
            out.append("  ").append(PrintableText.shown(rule.name())).append(' ');
            out.append(style.dim(PrintableText.shown(rule.location().toString())))
                    .append('\n');
        }
        if (rules.size() > shown) {
            out.append("  and ").append(rules.size() - shown).append(" more; -v lists them\n");
        }
    }
}
