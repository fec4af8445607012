package io.falconer.language;

import io.falconer.condition.Operator;
import io.falconer.field.Glob;
import io.falconer.field.RegexTree;
import java.util.List;

/** The texts for which a comparison with one constant holds (docs/falco.md, section 3.2). */
public final class Comparisons {
    private Comparisons() {}

    /**
     * The texts for which {@code text operator constant} holds.
     *
     * @param constant as the operator takes it: a text, a glob, a path prefix or a valid regular expression
     * @throws TooLarge if the automaton would have too many states
     * @throws IllegalArgumentException if the constant is not a valid regular expression
     */
    public static Automaton of(Operator operator, String constant) throws TooLarge {
        return switch (operator) {
            case EQ, IN, INTERSECTS -> Texts.of(List.of(constant));
            case NE -> Texts.of(List.of(constant)).complement();
            case LT -> Ordering.below(constant);
            case LE -> Ordering.upTo(constant);
            case GT -> Ordering.upTo(constant).complement();
            case GE -> Ordering.below(constant).complement();
            case CONTAINS, BCONTAINS -> Texts.containing(List.of(constant));
            case ICONTAINS -> Texts.containingIgnoringCase(List.of(constant));
            case STARTSWITH, BSTARTSWITH -> Texts.startingWith(List.of(constant));
            case ENDSWITH -> Texts.endingWith(List.of(constant));
            case GLOB -> Globs.of(Glob.compile(constant, false));
            case IGLOB -> Globs.of(Glob.compile(constant, true));
            case PMATCH -> Paths.below(List.of(constant));
            case REGEX ->
                RegexAutomata.of(RegexTree.parse(constant)
                        .orElseThrow(() -> new IllegalArgumentException("not a regular expression: " + constant)));
        };
    }
}
