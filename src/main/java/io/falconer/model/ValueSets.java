package io.falconer.model;

import io.falconer.condition.Modifier;
import io.falconer.condition.Operator;
import io.falconer.field.Constant;
import io.falconer.field.ConstantResult;
import io.falconer.field.RegexTree;
import io.falconer.language.Automaton;
import io.falconer.language.Comparisons;
import io.falconer.language.Paths;
import io.falconer.language.Products;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.OperandType;
import io.falconer.ruleset.RunTrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values for which an operand's comparison with constants holds, one value at a time (docs/falco.md, sections 3.2 and
 * 3.3). Values are texts here, in the notation of {@link ValueNotation}.
 */
final class ValueSets {
    private final OperandType left;
    private final Operator operator;
    private final Falco falco;
    private final boolean areUtf8;

    /** @param areUtf8 whether no value is anything else */
    ValueSets(OperandType left, Operator operator, Falco falco, boolean areUtf8) {
        this.left = left;
        this.falco = falco;
        this.operator = operator;
        this.areUtf8 = areUtf8;
    }

    /**
     * The values for which the comparison holds.
     *
     * @param constants those of a list; one where there is no list
     */
    Automaton of(List<String> constants, Optional<Modifier> modifier) throws TooLarge, Unseen {
        if (modifier.isPresent()) {
            return modified(modifier.get(), constants);
        }
        return operator.takesList() ? anyOf(constants) : one(constants.getFirst());
    }

    private Automaton modified(Modifier modifier, List<String> constants) throws TooLarge, Unseen {
        Automaton none = Automaton.all();
        Automaton exactlyOne = Automaton.none();
        Automaton all = constants.isEmpty() ? Automaton.none() : Automaton.all();
        for (String constant : constants) {
            Automaton set = one(constant);
            switch (modifier) {
                case ALLOF -> all = Products.intersection(all, set);
                case ANYOF -> none = Products.intersection(none, set.complement());
                case ONEOF -> {
                    exactlyOne = Products.union(
                            Products.intersection(exactlyOne, set.complement()), Products.intersection(none, set));
                    none = Products.intersection(none, set.complement());
                }
            }
        }
        return switch (modifier) {
            case ALLOF -> all;
            case ANYOF -> none.complement();
            case ONEOF -> exactlyOne;
        };
    }

    /** {@code in}, {@code intersects} and {@code pmatch}: the values that one of the constants accepts. */
    private Automaton anyOf(List<String> constants) throws TooLarge, Unseen {
        List<String> texts = new ArrayList<>();
        boolean prefixes = false;
        for (String constant : constants) {
            Constant value = constant(constant);
            texts.add(text(value));
            prefixes = value instanceof Constant.Network;
        }
        if (texts.isEmpty()) {
            return Automaton.none();
        }
        return operator == Operator.PMATCH
                ? Paths.below(texts)
                : prefixes ? Texts.startingWith(texts) : Texts.of(texts);
    }

    private Automaton one(String text) throws TooLarge, Unseen {
        if (operator == Operator.REGEX) {
            if (!areUtf8 && falco.running().contains(RunTrait.REGEX_WANTS_UTF8)) {
                throw new Unseen("a regular expression");
            }
            if (RegexTree.parse(text).isEmpty()) {
                throw new Unseen("the pattern '" + text + "'");
            }
            return Comparisons.of(operator, text);
        }
        Constant constant = constant(text);
        return accepting(text(constant), constant instanceof Constant.Network);
    }

    /** A network is compared as the prefix that its addresses have. */
    private Automaton accepting(String constant, boolean isNetwork) throws TooLarge {
        if (!isNetwork) {
            return Comparisons.of(operator, constant);
        }
        Automaton inside = Texts.startingWith(List.of(constant));
        return operator == Operator.NE ? inside.complement() : inside;
    }

    private String text(Constant constant) throws Unseen {
        return ValueNotation.of(constant, left.type().isUnsigned());
    }

    private Constant constant(String text) throws Unseen {
        return switch (left.constant(operator, text, falco.dialect())) {
            case ConstantResult.Parsed parsed -> parsed.constant();
            case ConstantResult.Refused refused -> throw new Unseen(refused.message());
        };
    }
}
