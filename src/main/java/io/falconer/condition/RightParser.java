package io.falconer.condition;

import io.falconer.condition.Right.Text;
import io.falconer.condition.Right.TextList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses right sides: constants, lists of them, and fields marked by {@code val} or a transformer. */
final class RightParser {
    private final Cursor cursor;
    private final Depth depth;
    private final OperandParser operands;

    RightParser(Cursor cursor, Depth depth, OperandParser operands) {
        this.cursor = cursor;
        this.depth = depth;
        this.operands = operands;
    }

    /** What an order operator takes. */
    Right number() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        Optional<Operand> operand = operand();
        int start = cursor.offset();
        Right right = operand.isPresent()
                ? operand.get()
                : cursor.number().map(value -> text(value, start)).orElseThrow(() -> cursor.error(Messages.NUMBER));
        depth.leave();
        return right;
    }

    /** What a string operator without a modifier takes. */
    Right string() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        Optional<Operand> operand = operand();
        Right right = operand.isPresent() ? operand.get() : constant().orElseThrow(() -> cursor.error(Messages.STRING));
        depth.leave();
        return right;
    }

    /** What a list operator takes. */
    Right list() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        int start = cursor.offset();
        Right right;
        if (cursor.literal("(")) {
            right = listRemainder(start);
        } else {
            Optional<Operand> operand = operand();
            right = operand.isPresent() ? operand.get() : identifier(start, Messages.LIST);
        }
        depth.leave();
        return right;
    }

    /** What a string operator with a modifier takes. */
    Right modifiedList() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        int start = cursor.offset();
        Right right =
                cursor.literal("(") ? listRemainder(start) : identifier(start, "expected a list or an identifier");
        depth.leave();
        return right;
    }

    private Text identifier(int start, String message) throws SyntaxError {
        return cursor.identifier().map(value -> text(value, start)).orElseThrow(() -> cursor.error(message));
    }

    private TextList listRemainder(int start) throws SyntaxError {
        List<Text> items = new ArrayList<>();
        cursor.blanks();
        Optional<Text> first = firstItem();
        if (first.isPresent()) {
            items.add(first.get());
            cursor.blanks();
            while (cursor.literal(",")) {
                items.add(item());
                cursor.blanks();
            }
        }
        if (!cursor.literal(")")) {
            throw cursor.error(Messages.CLOSING_PARENTHESIS);
        }
        return new TextList(items, cursor.spanFrom(start));
    }

    /** The first item, if it can be read: Falco takes any failure here, a bad escape too, for an empty list. */
    private Optional<Text> firstItem() {
        int before = depth.value();
        try {
            return Optional.of(item());
        } catch (SyntaxError emptyList) {
            depth.reset(before);
            return Optional.empty();
        }
    }

    private Text item() throws SyntaxError {
        depth.enter();
        cursor.blanks();
        Text item = constant().orElseThrow(() -> cursor.error("expected a string value"));
        depth.leave();
        return item;
    }

    private Optional<Text> constant() throws SyntaxError {
        int start = cursor.offset();
        Optional<String> value = cursor.quotedString();
        if (value.isEmpty()) {
            value = cursor.bareString();
        }
        return value.map(text -> text(text, start));
    }

    private Text text(String value, int start) {
        return new Text(value, cursor.spanFrom(start));
    }

    /** {@code val(field)} or a transformer call, nothing if neither starts here. */
    private Optional<Operand> operand() throws SyntaxError {
        depth.enter();
        Optional<Operand> operand = cursor.literal("val(") ? Optional.of(valRemainder()) : operands.call();
        depth.leave();
        return operand;
    }

    private Operand valRemainder() throws SyntaxError {
        cursor.blanks();
        Operand field = operands.field().orElseThrow(() -> cursor.error("expected a field within 'val' transformer"));
        cursor.blanks();
        if (!cursor.literal(")")) {
            throw cursor.error(Messages.CLOSING_TRANSFORMER);
        }
        return field;
    }
}
