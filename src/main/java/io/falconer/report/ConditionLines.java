package io.falconer.report;

import io.falconer.explain.Change;
import io.falconer.explain.Part;
import io.falconer.report.ExplanationLines.Piece;
import io.falconer.text.Location;
import io.falconer.text.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition as a tree of lines, each part with a mark, what it read, and its place. Unless everything is shown, parts are
 * unfolded only where they decide, and few of the others are shown.
 */
final class ConditionLines {
    private static final int MOST_DECIDING = 5;
    private static final int MOST_OTHERS = 3;
    private static final int STEP = 2;

    private final Style style;
    private final boolean all;
    private final ExplanationLines lines;
    /** Whether macros and {@code not} are unfolded. */
    private boolean unfoldsNames;

    private int mostOthers = MOST_OTHERS;

    ConditionLines(Style style, boolean all, ExplanationLines lines) {
        this.style = style;
        this.all = all;
        this.lines = lines;
    }

    /** Adds the tree of a condition. Of one that holds, all of it decides, so only {@code and} and {@code or} are unfolded. */
    void tree(Part condition, int indent) {
        unfoldsNames = all || !condition.holds();
        part(condition, indent, true);
    }

    /** Adds the parts of a condition that decide, and nothing else. */
    void deciding(Part condition, int indent) {
        unfoldsNames = true;
        mostOthers = 0;
        if (condition instanceof Part.Junction junction && junction.all()) {
            junction(junction, indent);
        } else {
            part(condition, indent, true);
        }
    }

    /** Adds what would have to change: a check, or the value of an exception with its reason. */
    void change(Change change, int indent) {
        switch (change.part()) {
            case Part.Check check -> line(indent, false, change.text(), CheckDetails.of(check, style), check.place());
            case Part other -> {
                line(indent, false, "silenced by " + other.text(), List.of(), other.place());
                if (other instanceof Part.Tuple tuple) {
                    reason(tuple, indent + STEP);
                }
            }
        }
    }

    /** Adds a part on one line. */
    void folded(Part part, int indent, boolean mark) {
        Part inner = part instanceof Part.Negation negation ? negation.inner() : part;
        List<Piece> details = inner instanceof Part.Check check ? CheckDetails.of(check, style) : List.of();
        String lead = mark ? mark(part.holds()) : "";
        Piece text = inner instanceof Part.Junction ? Piece.joined(part.text()) : Piece.plain(part.text());
        add(indent, lead, text, details, part.place());
    }

    /** Adds the comment at an exception's value. */
    void reason(Part.Tuple tuple, int indent) {
        tuple.reason().ifPresent(reason -> WrappedText.text(reason, 80 - indent)
                .forEach(line -> lines.add(indent, "", style, List.of(Piece.of(line, style::dim)))));
    }

    private void part(Part part, int indent, boolean decides) {
        boolean open = (all || decides) && !part.parts().isEmpty() && opens(part);
        switch (part) {
            case Part.Junction junction
            when open -> {
                line(indent, junction.holds(), junction.word(), List.of(), junction.place());
                junction(junction, indent + STEP);
            }
            case Part.Negation negation
            when open && opens(negation.inner()) -> {
                Part inner = negation.inner();
                String text = inner instanceof Part.Junction ? "not" : negation.text();
                line(indent, negation.holds(), text, List.of(), negation.place());
                part(inner instanceof Part.Macro macro ? macro.inner() : inner, indent + STEP, true);
            }
            case Part.Macro macro
            when open -> {
                folded(macro, indent, true);
                part(macro.inner(), indent + STEP, true);
            }
            case Part.Excepted exception
            when open -> {
                folded(exception, indent, true);
                exception(exception, indent + STEP);
            }
            default -> folded(part, indent, true);
        }
    }

    /** Whether a part that decides shows what it consists of. */
    private boolean opens(Part part) {
        return switch (part) {
            case Part.Junction junction -> true;
            case Part.Negation negation -> unfoldsNames;
            case Part.Macro macro -> unfoldsNames;
            case Part.Excepted exception -> all || !exception.holds();
            case Part.Tuple tuple -> true;
            case Part.Check check -> false;
        };
    }

    private void junction(Part.Junction junction, int indent) {
        int deciding = 0;
        int others = 0;
        Set<Part> wanted = all ? Set.of() : changed(junction);
        for (Part each : junction.parts()) {
            boolean decides = each.holds() == junction.holds();
            boolean shown = all || wanted.contains(each) || (decides ? deciding < MOST_DECIDING : others < mostOthers);
            if (shown) {
                part(
                        each,
                        indent,
                        decides
                                && (all
                                        || junction.all() != junction.holds()
                                        || wanted.contains(each)
                                        || unfolds(junction)));
            }
            deciding += decides && !(shown && wanted.contains(each)) ? 1 : 0;
            others += decides ? 0 : 1;
        }
        if (!all) {
            more(junction.holds(), deciding - MOST_DECIDING, indent);
            if (mostOthers > 0) {
                more(!junction.holds(), others - mostOthers, indent);
            }
        }
    }

    /** Whether every deciding part of a junction is unfolded: those of a condition that holds, as far as they have no names. */
    private boolean unfolds(Part.Junction junction) {
        return junction.holds() || junction.parts().size() <= MOST_OTHERS;
    }

    /** The parts that are nearest to the other result; they are shown however many others there are. */
    private static Set<Part> changed(Part.Junction junction) {
        Set<Part> parts = new HashSet<>();
        List<Change> changes = Change.toFlip(junction);
        for (Part each : junction.parts()) {
            if (each.holds() == junction.holds() && changes.containsAll(Change.toFlip(each))) {
                parts.add(each);
            }
        }
        return parts;
    }

    /** The values that match, and all others if everything is shown. */
    private void exception(Part.Excepted exception, int indent) {
        for (Part.Tuple tuple : exception.values()) {
            if (all || tuple.holds()) {
                String value =
                        tuple.number().isPresent() ? "value " + tuple.number().getAsInt() : "values";
                line(indent, tuple.holds(), value, List.of(), tuple.place());
                if (all) {
                    reason(tuple, indent + STEP);
                }
                List<Part> checks = tuple.inner() instanceof Part.Junction junction && junction.all()
                        ? junction.parts()
                        : tuple.parts();
                checks.forEach(each -> part(each, indent + STEP, true));
            }
        }
    }

    private void more(boolean holds, int count, int indent) {
        if (count > 0) {
            lines.add(indent, mark(holds), style, List.of(Piece.of(Plural.of(count, "more part"), style::dim)));
        }
    }

    private void line(int indent, boolean holds, String text, List<Piece> details, Location place) {
        add(indent, mark(holds), Piece.plain(text), details, place);
    }

    private static String mark(boolean holds) {
        return holds ? "✓ " : "✗ ";
    }

    private void add(int indent, String lead, Piece text, List<Piece> details, Location place) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(text);
        pieces.addAll(details);
        pieces.add(Piece.place(CheckDetails.place(place), style));
        lines.add(indent, lead, style, pieces);
    }
}
