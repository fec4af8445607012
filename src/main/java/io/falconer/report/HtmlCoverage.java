package io.falconer.report;

import io.falconer.coverage.Obligation;
import io.falconer.coverage.RulePart;
import io.falconer.report.HtmlEntry.Tone;
import io.falconer.suite.MutantResult;
import io.falconer.suite.MutantState;
import io.falconer.suite.RuleCoverage;
import io.falconer.suite.RuleCoverage.Count;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests show of the parts of a rule, and which changes of it they do not notice. */
final class HtmlCoverage {
    private HtmlCoverage() {}

    /** The parts as a tree, macros and exceptions by their names, with the number of tests that show each with effect. */
    static Html parts(RuleCoverage coverage) {
        return Html.joined(List.of(
                Html.element(
                        "p",
                        Html.text("Tests show " + coverage.shown() + " of "
                                + coverage.counts().size() + " outcomes of its parts (" + coverage.percent() + " %):")),
                tree(coverage.counts(), 0)));
    }

    private static Html tree(List<Count> counts, int depth) {
        List<Html> items = new ArrayList<>();
        int at = 0;
        while (at < counts.size()) {
            int end = at + 1;
            List<Via> way = way(counts.get(at).obligation().part());
            if (way.size() > depth) {
                while (end < counts.size() && isWithin(counts.get(end), way.get(depth), depth)) {
                    end++;
                }
                Via via = way.get(depth);
                String name = via.kind() == Via.Kind.EXCEPTION ? "exception \"" + via.name() + "\"" : via.name();
                items.add(Html.element("li", Html.text(name), tree(counts.subList(at, end), depth + 1)));
            } else {
                RulePart part = counts.get(at).obligation().part();
                while (end < counts.size()
                        && whole(counts.get(end).obligation().part()).equals(part)) {
                    end++;
                }
                items.add(part(part, counts.subList(at, end)));
            }
            at = end;
        }
        return Html.element("ul", Html.attributes("class", "parts"), items);
    }

    /** The macros and exceptions that bring in a part. */
    private static List<Via> way(RulePart part) {
        return whole(part).origin().way().stream()
                .filter(via -> via.kind() == Via.Kind.MACRO || via.kind() == Via.Kind.EXCEPTION)
                .toList();
    }

    private static boolean isWithin(Count count, Via via, int depth) {
        List<Via> way = way(count.obligation().part());
        return way.size() > depth && way.get(depth).equals(via);
    }

    /** The part that a part is written in: of an item, the check. */
    private static RulePart whole(RulePart part) {
        return part instanceof RulePart.ListItem item ? item.check() : part;
    }

    private static Html part(RulePart part, List<Count> counts) {
        List<Count> own = counts.stream()
                .filter(count -> count.obligation().part().equals(part))
                .toList();
        List<Count> items = counts.stream()
                .filter(count -> !count.obligation().part().equals(part))
                .toList();
        String shown = own.stream().map(HtmlCoverage::words).collect(Collectors.joining(", "));
        List<Html> content = new ArrayList<>();
        content.add(Html.styled("code", tone(own).type(), Html.text(part.text())));
        content.add(Html.styled("span", "note", Html.text(shown)));
        if (!items.isEmpty()) {
            content.add(items(items));
        }
        return Html.element("li", Html.attributes(), content);
    }

    private static Html items(List<Count> items) {
        List<String> missing = items.stream()
                .filter(count -> count.tests() == 0)
                .map(count -> count.obligation().part().text())
                .toList();
        String words = (items.size() - missing.size()) + " of " + Plural.of(items.size(), "item") + " decide in a test"
                + (missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing));
        return Html.styled("p", "note", Html.text(words));
    }

    private static Tone tone(List<Count> counts) {
        long missing = counts.stream().filter(count -> count.tests() == 0).count();
        return missing == 0 ? Tone.GOOD : missing == counts.size() ? Tone.BAD : Tone.INCOMPLETE;
    }

    private static String words(Count count) {
        Obligation obligation = count.obligation();
        String what = obligation.part() instanceof RulePart.ExceptionValue
                ? "silences"
                : obligation.truth() ? "holds" : "does not hold";
        return what + ": " + (count.tests() == 0 ? "no test" : Plural.of(count.tests(), "test"));
    }

    /** What became of changes of a rule, and those that no test notices, each with an event that would show it. */
    static Html mutants(List<MutantResult> mutants) {
        String counts = Stream.of(MutantState.values())
                .filter(state -> mutants.stream().anyMatch(each -> each.state() == state))
                .map(state ->
                        mutants.stream().filter(each -> each.state() == state).count() + " " + state.word())
                .collect(Collectors.joining(", "));
        List<Html> alive = mutants.stream()
                .filter(each -> each.state() == MutantState.SURVIVED || each.state() == MutantState.NO_COVERAGE)
                .map(HtmlCoverage::alive)
                .toList();
        return Html.joined(List.of(
                Html.element("p", Html.text("Changes of the rule: " + counts)),
                alive.isEmpty() ? Html.NONE : Html.element("ul", Html.attributes("class", "parts"), alive)));
    }

    private static Html alive(MutantResult result) {
        String replacement = result.mutant().replacement();
        List<Html> content = new ArrayList<>();
        content.add(
                Html.styled("code", Tone.BAD.type(), Html.text(result.mutant().clause())));
        content.add(Html.styled(
                "span",
                "note",
                Html.text(result.mutant().mutator().words() + ", "
                        + result.state().word() + (replacement.isEmpty() ? "" : ": " + replacement))));
        result.event().ifPresent(event -> content.add(HtmlReport.code(event)));
        return Html.element("li", Html.attributes(), content);
    }
}
