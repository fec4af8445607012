package io.falconer.condition;

import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Operand.Transformed;
import io.falconer.condition.TransformerArgument.ArgumentList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses fields, with their arguments, and transformer calls. */
final class OperandParser {
    private final Cursor cursor;
    private final Depth depth;

    OperandParser(Cursor cursor, Depth depth) {
        this.cursor = cursor;
        this.depth = depth;
    }

    /** A field or a call, nothing if neither starts here. */
    Optional<Operand> operand() throws SyntaxError {
        Optional<Operand> field = field();
        return field.isPresent() ? field : call();
    }

    Optional<Operand> field() throws SyntaxError {
        int start = cursor.offset();
        Optional<String> name = cursor.fieldName();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        depth.enter();
        Optional<String> argument = argument();
        depth.leave();
        return Optional.of(new FieldRef(name.get(), argument, cursor.spanFrom(start)));
    }

    Optional<Operand> call() throws SyntaxError {
        int start = cursor.offset();
        for (Transformer transformer : Transformer.values()) {
            if (cursor.literal(transformer.opening())) {
                return Optional.of(remainder(transformer, start));
            }
        }
        return Optional.empty();
    }

    private Operand remainder(Transformer transformer, int start) throws SyntaxError {
        depth.enter();
        List<TransformerArgument> arguments = new ArrayList<>();
        do {
            arguments.add(callArgument());
            cursor.blanks();
        } while (cursor.literal(","));
        if (!cursor.literal(")")) {
            throw cursor.error(Messages.CLOSING_TRANSFORMER);
        }
        Optional<String> argument = argument();
        depth.leave();
        return new Transformed(transformer, arguments, argument, cursor.spanFrom(start));
    }

    private TransformerArgument callArgument() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        int start = cursor.offset();
        Optional<Right.Text> constant = number();
        if (constant.isEmpty()) {
            constant = quoted();
        }
        TransformerArgument argument;
        if (constant.isPresent()) {
            argument = constant.get();
        } else if (cursor.literal("(")) {
            argument = argumentList(start);
        } else {
            Optional<Operand> call = call();
            argument =
                    (call.isPresent() ? call : field()).orElseThrow(() -> cursor.error(Messages.TRANSFORMER_ARGUMENT));
        }
        depth.leave();
        return argument;
    }

    private ArgumentList argumentList(int start) throws SyntaxError {
        cursor.blanks();
        List<TransformerArgument> items = new ArrayList<>();
        if (!cursor.literal(")")) {
            do {
                cursor.blanks();
                items.add(listItem());
                cursor.blanks();
            } while (cursor.literal(","));
            if (!cursor.literal(")")) {
                throw cursor.error("expected ')'");
            }
        }
        return new ArgumentList(items, cursor.spanFrom(start));
    }

    private TransformerArgument listItem() throws SyntaxError {
        Optional<Operand> operand = operand();
        if (operand.isPresent()) {
            return operand.get();
        }
        Optional<Right.Text> constant = quoted();
        if (constant.isEmpty()) {
            constant = number();
        }
        return constant.orElseThrow(() -> cursor.error(Messages.TRANSFORMER_LIST_ARGUMENT));
    }

    private Optional<Right.Text> number() {
        int start = cursor.offset();
        return cursor.number().map(value -> new Right.Text(value, cursor.spanFrom(start)));
    }

    private Optional<Right.Text> quoted() throws SyntaxError {
        int start = cursor.offset();
        return cursor.quotedString().map(value -> new Right.Text(value, cursor.spanFrom(start)));
    }

    private Optional<String> argument() throws SyntaxError {
        if (!cursor.literal("[")) {
            return Optional.empty();
        }
        Optional<String> argument = cursor.quotedString();
        if (argument.isEmpty()) {
            argument = cursor.bareArgument();
        }
        if (argument.isEmpty()) {
            throw cursor.error("expected a valid field argument: a quoted string or a bare string");
        }
        if (!cursor.literal("]")) {
            throw cursor.error("expected a ']' token");
        }
        return argument;
    }
}
