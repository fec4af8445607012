package io.falconer.lint;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Right;
import io.falconer.condition.TransformerArgument;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.OutputFormat;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that a condition or an output reads, each at its first place. */
public final class FieldRefs {
    private final Map<FieldName, FieldRef> found = new LinkedHashMap<>();

    private FieldRefs() {}

    /** The fields of a condition. */
    public static Collection<FieldRef> in(Expr condition) {
        FieldRefs refs = new FieldRefs();
        refs.expr(condition);
        return refs.found.values();
    }

    /** The fields of an output. */
    public static Collection<FieldRef> in(OutputFormat output) {
        FieldRefs refs = new FieldRefs();
        for (OutputFormat.Token token : output.tokens()) {
            switch (token) {
                case OutputFormat.Literal literal -> {}
                case OutputFormat.Reference reference -> refs.argument(reference.operand());
            }
        }
        return refs.found.values();
    }

    private void expr(Expr expr) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(this::expr);
            case Expr.Or or -> or.operands().forEach(this::expr);
            case Expr.Not not -> expr(not.operand());
            case Expr.Exists exists -> argument(exists.left());
            case Expr.Comparison comparison -> {
                argument(comparison.left());
                right(comparison.right());
            }
            case Expr.MacroRef macro -> {}
        }
    }

    private void right(Right right) {
        switch (right) {
            case Operand operand -> argument(operand);
            case Right.Text text -> {}
            case Right.TextList list -> {}
        }
    }

    private void argument(TransformerArgument argument) {
        switch (argument) {
            case FieldRef field -> found.putIfAbsent(FieldName.of(field), field);
            case Operand.Transformed call -> call.arguments().forEach(this::argument);
            case TransformerArgument.ArgumentList list -> list.items().forEach(this::argument);
            case Right.Text text -> {}
        }
    }
}
