package io.falconer.condition;

import java.util.Optional;

/**
 * Parses Falco's filter language by the letter of its own parser: grammar, quirks, depth limit and messages of section 2.
 * Takes time and memory in proportion to the text.
 */
public final class ConditionParser {
    /** The longest condition that is read, in UTF-16 units; Falco sets no bound. */
    static final int MAX_LENGTH = 4 << 20;

    private ConditionParser() {}

    /** Reads the whole of {@code text} as one condition. Macros stay references; fields and types are not checked. */
    public static ParseResult parse(String text) {
        if (text.isEmpty()) {
            return new ParseResult.Failed("filter input string is empty", 0);
        }
        if (text.length() > MAX_LENGTH) {
            return new ParseResult.Failed("the condition is longer than " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        Cursor cursor = new Cursor(text, 0);
        try {
            Expr expr = new ExprParser(cursor).or();
            if (!cursor.atEnd()) {
                throw cursor.error("unexpected token after '" + cursor.lastToken() + "', expecting 'or', 'and'");
            }
            return new ParseResult.Parsed(expr);
        } catch (SyntaxError e) {
            return e.failed();
        }
    }

    /**
     * Reads the longest field or transformer call that starts at {@code start}, as tokens of outputs and fields of
     * exceptions hold them (sections 4.2 and 5.1). Text may follow it: the operand's span says where it ends.
     */
    public static OperandResult parseOperand(String text, int start) {
        Cursor cursor = new Cursor(text, start);
        try {
            Optional<Operand> operand = new OperandParser(cursor, new Depth(cursor)).operand();
            if (operand.isEmpty()) {
                // Sic: Falco leaves the quotation open here.
                throw cursor.error("unexpected token after '" + cursor.lastToken());
            }
            return new OperandResult.Parsed(operand.get());
        } catch (SyntaxError e) {
            return new OperandResult.Failed(e.message(), e.offset());
        }
    }
}
