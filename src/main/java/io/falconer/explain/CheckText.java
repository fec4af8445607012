package io.falconer.explain;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Right;
import io.falconer.ruleset.Rule;
import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of conditions as their author wrote them, on one line. */
public final class CheckText {
    /** The maximum number of constants to show of a list without a name. */
    private static final int MOST_ITEMS = 4;

    private final Rule rule;

    /** The texts of a rule's condition. */
    public CheckText(Rule rule) {
        this.rule = rule;
    }

    /** The part as its author wrote it; printed from the tree if no stretch of a file is the part. */
    public String of(Expr part) {
        return of(part, part.span());
    }

    /** The part, which is at {@code span} without the parentheses that Falco adds. */
    public String of(Expr part, Span span) {
        return written(span).orElseGet(() -> printed(part));
    }

    /** A check as its author wrote it. A long list without a name is cut, but contains the constant {@code item}. */
    public String check(Expr check, Optional<Part.Item> item) {
        if (check instanceof Expr.Comparison comparison && comparison.right() instanceof Right.TextList list) {
            List<Right.Text> items = named(list.items());
            return items.size() > MOST_ITEMS
                    ? cut(comparison, items, item)
                    : written(check.span()).orElseGet(() -> printed(with(comparison, items)));
        }
        return of(check);
    }

    /** What is written in a file, unless it is only a part of the stretch, or an exception, which is written in pieces. */
    private Optional<String> written(Span span) {
        TextOrigin origin = rule.origin(span);
        Location place = origin.location();
        String written = place.source()
                .text()
                .substring(place.span().start(), place.span().end());
        boolean isBalanced = written.chars().filter(c -> c == '(').count()
                == written.chars().filter(c -> c == ')').count();
        boolean isException = origin.way().stream().anyMatch(step -> step.kind() == Via.Kind.EXCEPTION);
        return isBalanced && !isException && !written.isBlank()
                ? Optional.of(written.replaceAll("\\s+", " ").strip())
                : Optional.empty();
    }

    private String cut(Expr.Comparison comparison, List<Right.Text> items, Optional<Part.Item> item) {
        List<Right.Text> shown = new ArrayList<>();
        item.flatMap(found -> items.stream()
                        .filter(each -> each.value().equals(found.text()))
                        .findFirst())
                .ifPresent(shown::add);
        items.stream()
                .filter(each -> !shown.contains(each))
                .limit(MOST_ITEMS - 1L - shown.size())
                .forEach(shown::add);
        String text = printed(with(comparison, shown));
        return text.substring(0, text.length() - 1) + ", ... " + (items.size() - shown.size()) + " more)";
    }

    private static Expr.Comparison with(Expr.Comparison comparison, List<Right.Text> items) {
        return new Expr.Comparison(
                comparison.left(),
                comparison.operator(),
                comparison.modifier(),
                new Right.TextList(items, comparison.right().span()),
                comparison.span());
    }

    /** The constants with the names of lists in the place of their items. */
    private List<Right.Text> named(List<Right.Text> items) {
        List<Right.Text> named = new ArrayList<>();
        Optional<Via> last = Optional.empty();
        for (Right.Text item : items) {
            Optional<Via> list = rule.origin(item.span()).way().stream()
                    .filter(step -> step.kind() == Via.Kind.LIST)
                    .findFirst();
            if (list.isEmpty() || !list.equals(last)) {
                named.add(list.map(step -> new Right.Text(step.name(), item.span()))
                        .orElse(item));
            }
            last = list;
        }
        return named;
    }

    private static String printed(Expr part) {
        return ConditionPrinter.print(part);
    }
}
