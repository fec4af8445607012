package io.falconer.report;

import io.falconer.mutation.Mutant;
import io.falconer.suite.MutantResult;
import io.falconer.suite.MutantState;
import io.falconer.suite.MutationResult;
import io.falconer.text.PrintableText;
import io.falconer.text.Style;
import java.util.List;
import java.util.Optional;

/** Lists the changes of rules that no test notices, each with an event that would show it. */
final class MutationText {
    private static final int WIDTH = 80;
    private static final int MOST = 10;
    private static final String INDENT = " ".repeat(8);

    private final Style style;
    private final Detail detail;

    MutationText(Style style, Detail detail) {
        this.style = style;
        this.detail = detail;
    }

    /** The list; empty if tests notice every change. */
    Optional<String> of(MutationResult result) {
        List<MutantResult> alive = result.alive();
        if (alive.isEmpty()) {
            return Optional.empty();
        }
        String heading = alive.size() == 1 ? "1 change of a rule" : alive.size() + " changes of rules";
        StringBuilder out = new StringBuilder(result.isEnough() ? style.yellow(heading) : style.red(heading));
        out.append(" that no test notices:\n");
        int shown = detail == Detail.EVERY_EVENT ? alive.size() : MOST;
        alive.stream().limit(shown).forEach(each -> out.append(text(each)));
        if (alive.size() > shown) {
            out.append("  and ").append(alive.size() - shown).append(" more; -v lists them\n");
        }
        return Optional.of(out.toString());
    }

    private String text(MutantResult result) {
        Mutant mutant = result.mutant();
        StringBuilder out = new StringBuilder("  ");
        out.append(style.bold(result.state().word())).append("  ");
        out.append(PrintableText.shown(mutant.rule().name())).append(' ');
        out.append(style.dim(PrintableText.shown(mutant.place().toString()))).append('\n');
        out.append(INDENT).append(cut(change(mutant))).append('\n');
        result.event().ifPresent(event -> out.append(INDENT)
                .append("an event that shows it: ")
                .append(PrintableText.shown(event))
                .append('\n'));
        result.reason().ifPresent(reason -> out.append(INDENT)
                .append(PrintableText.shown("no event was found: " + reason))
                .append('\n'));
        return out.toString();
    }

    /** What was changed, in words. */
    static String change(Mutant mutant) {
        String change = mutant.mutator().words() + ": " + mutant.clause();
        return mutant.replacement().isEmpty() ? change : change + "  ->  " + mutant.replacement();
    }

    private String cut(String change) {
        String shown = PrintableText.shown(change);
        int room = WIDTH - INDENT.length();
        return detail == Detail.EVERY_EVENT || shown.length() <= room ? shown : shown.substring(0, room - 3) + "...";
    }

    /** The numbers of mutants, in words. */
    static String counts(MutationResult result) {
        if (result.killable() == 0) {
            return "mutation score: nothing to measure"
                    + (result.mutants().isEmpty() ? "" : " (" + result.mutants().size() + " proved equivalent)");
        }
        StringBuilder counts = new StringBuilder("mutation score: ");
        counts.append(result.score())
                .append(" % (")
                .append(result.count(MutantState.KILLED))
                .append(" of ")
                .append(result.killable())
                .append(" changes of rules killed");
        if (result.count(MutantState.NO_COVERAGE) > 0) {
            counts.append(", ").append(result.count(MutantState.NO_COVERAGE)).append(" without coverage");
        }
        if (result.count(MutantState.EQUIVALENT) > 0) {
            counts.append("; ").append(result.count(MutantState.EQUIVALENT)).append(" more proved equivalent");
        }
        return counts.append(')').toString();
    }
}
