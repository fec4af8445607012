package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.condition.Right;
import io.falconer.field.ConstantResult;
import io.falconer.field.Dialect;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldType;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks parsed conditions against the field catalogue, as Falco's filter compiler does (sections 2.3 to 3.3, 3.7). */
public final class ConditionChecker {
    private final Dialect dialect;
    private final OperandTypes types;
    private final ValueAdvice advice;

    private ConditionChecker(EventSource source, Dialect dialect) {
        this.dialect = dialect;
        this.types = new OperandTypes(dialect.catalogue(source));
        this.advice = new ValueAdvice(new FieldLookup(dialect.catalogue(source)), dialect.grammar());
    }

    /** {@link #check(Expr, EventSource, Falco)} by the newest Falco. */
    public static Check check(Expr expr, EventSource source) {
        return check(expr, source, Falco.NEWEST);
    }

    /**
     * Checks a condition whose macros have all been replaced by their trees. The replacement limits its depth and size.
     *
     * @param source the source whose fields the condition may use
     * @param falco the release whose filter compiler checks it
     */
    public static Check check(Expr expr, EventSource source, Falco falco) {
        List<Check.Warning> warnings = new ArrayList<>(ConditionAdvice.of(expr, falco));
        ConditionChecker checker = new ConditionChecker(source, falco.dialect());
        try {
            checker.visit(expr);
            EventTypeSet eventTypes = EventTypeSet.of(expr, source, falco.has(LoadTrait.EVENT_NUMBERS_DECIDED));
            warnings.addAll(checker.advice.warnings());
            return new Check(Optional.empty(), warnings, eventTypes);
        } catch (CompileFailure e) {
            return new Check(Optional.of(e.toFailure()), warnings, EventTypeSet.ALL);
        }
    }

    private void visit(Expr expr) {
        switch (expr) {
            case Expr.And and -> and.operands().forEach(this::visit);
            case Expr.Or or -> or.operands().forEach(this::visit);
            case Expr.Not not -> visit(not.operand());
            case Expr.Exists exists -> types.of(exists.left());
            case Expr.Comparison comparison -> visit(comparison);
            case Expr.MacroRef macro ->
                throw new CompileFailure("filter error: unexpected identifier '" + macro.name() + "'", macro.span());
        }
    }

    private void visit(Expr.Comparison comparison) {
        OperandType left = types.of(comparison.left());
        Operator operator = comparison.operator();
        OperatorTable.refusal(operator, left.type(), left.list()).ifPresent(message -> {
            throw new CompileFailure(message, types.last());
        });
        switch (comparison.right()) {
            case Right.Text text -> constant(left, operator, text, text.span());
            case Right.TextList list -> list.items().forEach(item -> constant(left, operator, item, list.span()));
            case Operand right -> operand(left, operator, right);
        }
    }

    private void constant(OperandType left, Operator operator, Right.Text constant, Span place) {
        advice.look(operator, constant, place);
        if (left.constant(operator, constant.value(), dialect) instanceof ConstantResult.Refused refused) {
            throw new CompileFailure(refused.message(), place, constant.span());
        }
    }

    private void operand(OperandType left, Operator operator, Operand operand) {
        OperandType right = types.of(operand);
        Span place = types.last();
        if (operator == Operator.PMATCH || operator == Operator.REGEX) {
            throw new CompileFailure("operator '" + operator + "' doesn't support right-hand side fields", place);
        }
        if (left.type() == FieldType.IPNET) {
            throw new CompileFailure("field type 'IPNET' doesn't support right-hand side fields", place);
        }
        String leftName = left.field().name();
        String rightName = right.field().name();
        if (left.field().has(Field.Flag.NO_RHS)) {
            throw new CompileFailure("field '" + leftName + "' doesn't support right-hand side fields", place);
        }
        if (right.field().has(Field.Flag.NO_RHS)) {
            throw new CompileFailure("field '" + rightName + "' can't be used as a right-hand side field", place);
        }
        if (left.type() != right.type() || left.list() != right.list()) {
            throw new CompileFailure(
                    "field '" + leftName + "' has type '" + left.words() + "' while the right-hand side field '"
                            + rightName + "' has incompatible type '" + right.words() + "'",
                    place);
        }
    }
}
