package io.falconer.condition;

import io.falconer.condition.Expr.And;
import io.falconer.condition.Expr.Comparison;
import io.falconer.condition.Expr.Exists;
import io.falconer.condition.Expr.MacroRef;
import io.falconer.condition.Expr.Not;
import io.falconer.condition.Expr.Or;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.condition.Operand.Transformed;
import io.falconer.condition.Right.Text;
import io.falconer.condition.Right.TextList;
import io.falconer.condition.TransformerArgument.ArgumentList;
import io.falconer.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses Falco's filter language exactly as Falco's own parser does: grammar, quirks, depth limit and messages of section 2.
 * Takes time and memory in proportion to the text.
 *
 * <p>It descends recursively. Above each method stands its production in EBNF; {@link Cursor} reads the tokens. Falco has no
 * lexer: keywords and operators are tried in the order of the productions, by plain prefix comparison. Blanks are allowed
 * between tokens unless a production says otherwise.
 */
public final class ConditionParser {
    /** The maximum length of a condition, in UTF-16 units. Falco has no limit. */
    public static final int MAX_LENGTH = 4 << 20;

    /**
     * Falco's limit on the nesting of its parser's functions. Each level of parentheses costs five, so about 198 of them are
     * accepted (section 2.5).
     */
    private static final int DEPTH_LIMIT = 1000;

    /** The limit for versions of Falco that have none, because the stack is finite. */
    static final int OWN_DEPTH_LIMIT = 3000;

    private static final List<Operator> NUMBER_OPERATORS = List.of(Operator.LE, Operator.LT, Operator.GE, Operator.GT);
    private static final List<Operator> STRING_OPERATORS = List.of(
            Operator.GLOB,
            Operator.IGLOB,
            Operator.CONTAINS,
            Operator.ICONTAINS,
            Operator.BCONTAINS,
            Operator.STARTSWITH,
            Operator.BSTARTSWITH,
            Operator.ENDSWITH,
            Operator.REGEX);
    private static final List<Operator> LIST_OPERATORS = List.of(Operator.INTERSECTS, Operator.IN, Operator.PMATCH);

    private final Cursor cursor;
    private final Grammar grammar;
    private final List<Transformer> transformers;
    private final int depthLimit;
    private int depth;

    private ConditionParser(String text, int start, Grammar grammar) {
        this.cursor = new Cursor(text, start, grammar.has(Grammar.Feature.HEX_ESCAPES));
        this.grammar = grammar;
        this.transformers = grammar.transformers();
        this.depthLimit = grammar.has(Grammar.Feature.DEPTH_LIMIT) ? DEPTH_LIMIT : OWN_DEPTH_LIMIT;
    }

    /** {@link #parse(String, Grammar)} in the newest language. */
    public static ParseResult parse(String text) {
        return parse(text, Grammar.NEWEST);
    }

    /** Reads the whole {@code text} as one condition. Macros stay references. Fields and types are not checked. */
    public static ParseResult parse(String text, Grammar grammar) {
        if (text.isEmpty()) {
            return new ParseResult.Failed("filter input string is empty", 0);
        }
        if (text.length() > MAX_LENGTH) {
            return new ParseResult.Failed("the condition is longer than " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        try {
            return new ParseResult.Parsed(new ConditionParser(text, 0, grammar).parseFilter());
        } catch (ConditionSyntaxError e) {
            return new ParseResult.Failed(e.message(), e.offset());
        }
    }

    /** {@link #parseOperand(String, int, Grammar)} in the newest language. */
    public static OperandResult parseOperand(String text, int start) {
        return parseOperand(text, start, Grammar.NEWEST);
    }

    /**
     * Reads the longest field or transformer call that starts at {@code start}, as tokens of outputs and fields of exceptions
     * contain them (sections 4.2 and 5.1). Text may follow it: the operand's span says where it ends.
     */
    public static OperandResult parseOperand(String text, int start, Grammar grammar) {
        ConditionParser parser = new ConditionParser(text, start, grammar);
        Cursor cursor = parser.cursor;
        try {
            // Falco does not close the quotation here either.
            return new OperandResult.Parsed(parser.parseLeft()
                    .orElseThrow(() -> cursor.error("unexpected token after '" + cursor.lastToken())));
        } catch (ConditionSyntaxError e) {
            return new OperandResult.Failed(e.message(), e.offset());
        }
    }

    // filter = or , end of the text ;
    private Expr parseFilter() throws ConditionSyntaxError {
        Expr expr = parseOr();
        if (!cursor.atEnd()) {
            throw cursor.error("unexpected token after '" + cursor.lastToken() + "', expecting 'or', 'and'");
        }
        return expr;
    }

    // or = and , { "or" , ( blanks , and | "(" , parenthesized ) } ;
    private Expr parseOr() throws ConditionSyntaxError {
        enter();
        List<Expr> parts = new ArrayList<>();
        cursor.blanks();
        parts.add(parseAnd());
        cursor.blanks();
        while (cursor.literal("or")) {
            parts.add(areBlanksNext("or") ? parseAnd() : parseParenthesized());
            cursor.blanks();
        }
        leave();
        return parts.size() == 1 ? parts.get(0) : new Or(parts, cover(parts));
    }

    // and = not , { "and" , ( blanks , not | "(" , parenthesized ) } ;
    private Expr parseAnd() throws ConditionSyntaxError {
        enter();
        List<Expr> parts = new ArrayList<>();
        cursor.blanks();
        parts.add(parseNot());
        cursor.blanks();
        while (cursor.literal("and")) {
            parts.add(areBlanksNext("and") ? parseNot() : parseParenthesized());
            cursor.blanks();
        }
        leave();
        return parts.size() == 1 ? parts.get(0) : new And(parts, cover(parts));
    }

    /** Whether blanks follow the keyword just read. If not, reads the parenthesis that is required instead. */
    private boolean areBlanksNext(String keyword) throws ConditionSyntaxError {
        if (cursor.blanks()) {
            return true;
        }
        if (!cursor.literal("(")) {
            throw cursor.error("expected blank or '(' after '" + keyword + "'");
        }
        return false;
    }

    // not = { "not" , spaces } , ( "not(" , parenthesized | check ) ;   an even number of nots cancels out
    private Expr parseNot() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        int start = cursor.offset();
        boolean negated = false;
        while (cursor.notAndSpace()) {
            negated = !negated;
        }
        Expr operand;
        if (cursor.literal("not(")) {
            negated = !negated;
            operand = parseParenthesized();
        } else {
            operand = parseCheck();
        }
        leave();
        return negated ? new Not(operand, new Span(start, operand.span().end())) : operand;
    }

    // parenthesized = or , ")" ;   the opening parenthesis is already read
    private Expr parseParenthesized() throws ConditionSyntaxError {
        int start = cursor.offset() - 1;
        enter();
        cursor.blanks();
        Expr inner = parseOr();
        cursor.blanks();
        expect(")", "expected a ')' token");
        leave();
        return within(cursor.spanFrom(start), inner);
    }

    /** The parentheses belong to the operands that they join. Parentheses around a single check change nothing. */
    private static Expr within(Span parentheses, Expr inner) {
        return switch (inner) {
            case And and -> new And(and.operands(), parentheses);
            case Or or -> new Or(or.operands(), parentheses);
            case Not not -> not;
            case Expr.MacroRef macro -> macro;
            case Expr.Exists exists -> exists;
            case Expr.Comparison comparison -> comparison;
        };
    }

    // check = "(" , parenthesized | left , condition | macro ;
    private Expr parseCheck() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        Expr check;
        if (cursor.literal("(")) {
            check = parseParenthesized();
        } else {
            Optional<Operand> left = parseLeft();
            check = left.isPresent() ? parseCondition(left.get()) : parseMacro();
        }
        leave();
        return check;
    }

    // macro = identifier ;
    private Expr parseMacro() throws ConditionSyntaxError {
        int start = cursor.offset();
        return cursor.identifier()
                .map(name -> new MacroRef(name, cursor.spanFrom(start)))
                .orElseThrow(() -> cursor.error("expected a '(' token, a field check, or an identifier"));
    }

    // left = field | transformerCall ;   empty if neither starts here
    private Optional<Operand> parseLeft() throws ConditionSyntaxError {
        Optional<Operand> field = parseField();
        return field.isPresent() ? field : parseTransformerCall();
    }

    // field = fieldName , [ fieldArgument ] ;   no blank before the brackets
    private Optional<Operand> parseField() throws ConditionSyntaxError {
        int start = cursor.offset();
        Optional<String> name = cursor.fieldName();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        enter();
        Optional<String> argument = parseFieldArgument();
        leave();
        return Optional.of(new FieldRef(name.get(), argument, cursor.spanFrom(start)));
    }

    // fieldArgument = "[" , ( quotedString | bareArgument ) , "]" ;   no blanks inside
    private Optional<String> parseFieldArgument() throws ConditionSyntaxError {
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
        expect("]", "expected a ']' token");
        return argument.filter(text -> !text.isEmpty() || grammar.has(Grammar.Feature.EMPTY_ARGUMENTS));
    }

    // transformerCall = transformer , "(" , transformerRemainder ;   no blank before the parenthesis
    // transformer = "tolower" | "toupper" | "b64" | "basename" | "len" | "join" | "concat" | "getopt" ;
    private Optional<Operand> parseTransformerCall() throws ConditionSyntaxError {
        int start = cursor.offset();
        for (Transformer transformer : transformers) {
            if (cursor.literal(transformer.opening())) {
                return Optional.of(
                        grammar.has(Grammar.Feature.SEVERAL_ARGUMENTS)
                                ? parseTransformerRemainder(transformer, start)
                                : parseSingleArgument(transformer, start));
            }
        }
        return Optional.empty();
    }

    // The transformerRemainder of a language without several arguments:
    // singleArgument = ( transformerCall | field | transformerCall , field ) , ")" ;   of two, the second counts
    private Operand parseSingleArgument(Transformer transformer, int start) throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        Optional<Operand> argument = parseTransformerCall();
        Optional<Operand> field = parseField();
        Operand counts = field.or(() -> argument)
                .orElseThrow(
                        () -> cursor.error("expected a field or a nested valid transformer: " + transformersAndVal()));
        cursor.blanks();
        expect(")", "expected a ')' token closing the transformer");
        leave();
        return new Transformed(transformer, List.of(counts), Optional.empty(), cursor.spanFrom(start));
    }

    // transformerRemainder = transformerArgument , { "," , transformerArgument } , ")" , [ fieldArgument ] ;
    private Operand parseTransformerRemainder(Transformer transformer, int start) throws ConditionSyntaxError {
        enter();
        List<TransformerArgument> arguments = new ArrayList<>();
        do {
            arguments.add(parseTransformerArgument());
            cursor.blanks();
        } while (cursor.literal(","));
        expect(")", "expected a ')' token closing the transformer");
        Optional<String> argument = parseFieldArgument();
        leave();
        return new Transformed(transformer, arguments, argument, cursor.spanFrom(start));
    }

    // transformerArgument = number | quotedString | "(" , argumentList | transformerCall | field ;
    private TransformerArgument parseTransformerArgument() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        int start = cursor.offset();
        Optional<Text> constant = parseNumber();
        if (constant.isEmpty()) {
            constant = parseQuotedString();
        }
        TransformerArgument argument;
        if (constant.isPresent()) {
            argument = constant.get();
        } else if (cursor.literal("(")) {
            argument = parseArgumentList(start);
        } else {
            Optional<Operand> call = parseTransformerCall();
            argument = (call.isPresent() ? call : parseField())
                    .orElseThrow(() -> cursor.error("expected field transformer argument: field, transformer,"
                            + " quoted string, number, or transformer list"));
        }
        leave();
        return argument;
    }

    // argumentList = [ argumentListItem , { "," , argumentListItem } ] , ")" ;
    private ArgumentList parseArgumentList(int start) throws ConditionSyntaxError {
        cursor.blanks();
        List<TransformerArgument> items = new ArrayList<>();
        if (!cursor.literal(")")) {
            do {
                cursor.blanks();
                items.add(parseArgumentListItem());
                cursor.blanks();
            } while (cursor.literal(","));
            expect(")", "expected ')'");
        }
        return new ArgumentList(items, cursor.spanFrom(start));
    }

    // argumentListItem = field | transformerCall | quotedString | number ;
    private TransformerArgument parseArgumentListItem() throws ConditionSyntaxError {
        Optional<Operand> operand = parseLeft();
        if (operand.isPresent()) {
            return operand.get();
        }
        Optional<Text> constant = parseQuotedString();
        if (constant.isEmpty()) {
            constant = parseNumber();
        }
        return constant.orElseThrow(
                () -> cursor.error("expected transformer list argument: field, transformer, quoted string, or number"));
    }

    // condition = "exists" | comparison ;
    private Expr parseCondition(Operand left) throws ConditionSyntaxError {
        enter();
        int start = left.span().start();
        cursor.blanks();
        Expr check;
        if (cursor.literal("exists")) {
            check = new Exists(left, cursor.spanFrom(start));
        } else {
            check = parseComparison(left, start);
        }
        leave();
        return check;
    }

    // comparison = numberOperator , numberRight
    //            | stringOperator , ( modifier , list | stringRight )
    //            | listOperator , listRight ;
    // numberOperator = "<=" | "<" | ">=" | ">" ;
    // listOperator = "intersects" | "in" | "pmatch" ;   no blank is required after it
    private Expr parseComparison(Operand left, int start) throws ConditionSyntaxError {
        Optional<Operator> operator = parseOneOf(NUMBER_OPERATORS);
        if (operator.isPresent()) {
            Right right = parseNumberRight();
            return new Comparison(left, operator.get(), Optional.empty(), right, cursor.spanFrom(start));
        }
        operator = parseStringOperator();
        if (operator.isPresent()) {
            Optional<Modifier> modifier = parseModifier();
            Right right = modifier.isPresent() ? parseModifiedRight() : parseStringRight();
            return new Comparison(left, operator.get(), modifier, right, cursor.spanFrom(start));
        }
        operator = parseOneOf(LIST_OPERATORS);
        if (operator.isPresent()) {
            Right right = parseListRight();
            return new Comparison(left, operator.get(), Optional.empty(), right, cursor.spanFrom(start));
        }
        throw cursor.error("expected a valid check operator: one of 'exists', '<=', '<', '>=', '>', '==', '=', '!=',"
                + " 'glob', 'iglob', 'contains', 'icontains', 'bcontains', 'startswith', 'bstartswith', 'endswith',"
                + " 'regex', 'intersects', 'in', 'pmatch'");
    }

    // stringOperator = "==" | "=" | "!=" | ( "glob" | "iglob" | "contains" | "icontains" | "bcontains"
    //                | "startswith" | "bstartswith" | "endswith" | "regex" ) , blanks ;
    private Optional<Operator> parseStringOperator() {
        if (cursor.literal("==") || cursor.literal("=")) {
            return Optional.of(Operator.EQ);
        }
        if (cursor.literal("!=")) {
            return Optional.of(Operator.NE);
        }
        if (grammar.has(Grammar.Feature.WHOLE_WORDS)) {
            return STRING_OPERATORS.stream()
                    .filter(operator -> cursor.wordAndBlank(operator.symbol()))
                    .findFirst();
        }
        // A word without a blank after it is read and dropped.
        return parseOneOf(STRING_OPERATORS).filter(operator -> cursor.blanks());
    }

    private Optional<Operator> parseOneOf(List<Operator> operators) {
        for (Operator operator : operators) {
            if (cursor.literal(operator.symbol())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    // modifier = blanks , ( "oneof" | "anyof" | "allof" ) , blanks ;   a list or an identifier except "and", "or",
    // "not"
    // follows
    private Optional<Modifier> parseModifier() {
        if (!grammar.has(Grammar.Feature.MODIFIERS) || !(cursor.isBehindBlank() || cursor.blanks())) {
            return Optional.empty();
        }
        for (Modifier modifier : Modifier.values()) {
            Cursor.Place before = cursor.place();
            if (cursor.wordAndBlank(modifier.symbol())) {
                if (cursor.isAtListValue()) {
                    return Optional.of(modifier);
                }
                cursor.back(before);
            }
        }
        return Optional.empty();
    }

    // numberRight = rightField | number ;
    private Right parseNumberRight() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        Optional<Operand> operand = parseRightField();
        Right right =
                operand.isPresent() ? operand.get() : parseNumber().orElseThrow(() -> expectedRight("a number value"));
        leave();
        return right;
    }

    // stringRight = rightField | value ;
    private Right parseStringRight() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        Optional<Operand> operand = parseRightField();
        Right right =
                operand.isPresent() ? operand.get() : parseValue().orElseThrow(() -> expectedRight("a string value"));
        leave();
        return right;
    }

    // listRight = "(" , list | rightField | identifier ;
    private Right parseListRight() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        int start = cursor.offset();
        Right right;
        if (cursor.literal("(")) {
            right = parseList(start);
        } else {
            Optional<Operand> operand = parseRightField();
            right = operand.isPresent()
                    ? operand.get()
                    : parseIdentifier().orElseThrow(() -> expectedRight("a list, an identifier,"));
        }
        leave();
        return right;
    }

    // modifiedRight = "(" , list | identifier ;
    private Right parseModifiedRight() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        int start = cursor.offset();
        Right right = cursor.literal("(")
                ? parseList(start)
                : parseIdentifier().orElseThrow(() -> cursor.error("expected a list or an identifier"));
        leave();
        return right;
    }

    // list = [ listItem , { "," , listItem } ] , ")" ;
    private TextList parseList(int start) throws ConditionSyntaxError {
        List<Text> items = new ArrayList<>();
        cursor.blanks();
        Optional<Text> first = parseFirstListItem();
        if (first.isPresent()) {
            items.add(first.get());
            cursor.blanks();
            while (cursor.literal(",")) {
                items.add(parseListItem());
                cursor.blanks();
            }
        }
        expect(")", "expected a ')' token");
        return new TextList(items, cursor.spanFrom(start));
    }

    /** The first item, if it can be read. Falco treats any failure here, including a bad escape, as an empty list. */
    private Optional<Text> parseFirstListItem() {
        int before = depth;
        try {
            return Optional.of(parseListItem());
        } catch (ConditionSyntaxError emptyList) {
            depth = before;
            return Optional.empty();
        }
    }

    // listItem = value ;
    private Text parseListItem() throws ConditionSyntaxError {
        enter();
        cursor.blanks();
        Text item = parseValue().orElseThrow(() -> cursor.error("expected a string value"));
        leave();
        return item;
    }

    // rightField = "val(" , valRemainder | transformerCall ;   empty if neither starts here
    private Optional<Operand> parseRightField() throws ConditionSyntaxError {
        enter();
        Optional<Operand> operand = cursor.literal("val(") ? Optional.of(parseValRemainder()) : parseTransformerCall();
        leave();
        return operand;
    }

    // valRemainder = field , ")" ;
    private Operand parseValRemainder() throws ConditionSyntaxError {
        cursor.blanks();
        Operand field = parseField().orElseThrow(() -> cursor.error("expected a field within 'val' transformer"));
        cursor.blanks();
        expect(")", "expected a ')' token closing the transformer");
        return field;
    }

    // value = quotedString | bareString ;
    private Optional<Text> parseValue() throws ConditionSyntaxError {
        int start = cursor.offset();
        Optional<String> value = cursor.quotedString();
        if (value.isEmpty()) {
            value = cursor.bareString();
        }
        return value.map(text -> text(text, start));
    }

    private Optional<Text> parseQuotedString() throws ConditionSyntaxError {
        int start = cursor.offset();
        return cursor.quotedString().map(value -> text(value, start));
    }

    private Optional<Text> parseNumber() {
        int start = cursor.offset();
        return cursor.number().map(value -> text(value, start));
    }

    private Optional<Text> parseIdentifier() {
        int start = cursor.offset();
        return cursor.identifier().map(value -> text(value, start));
    }

    private Text text(String value, int start) {
        return new Text(value, cursor.spanFrom(start));
    }

    private static Span cover(List<Expr> parts) {
        return parts.get(0).span().to(parts.get(parts.size() - 1).span());
    }

    private ConditionSyntaxError expectedRight(String what) {
        return cursor.error("expected " + what + " or a field with a valid transformer: " + transformersAndVal());
    }

    private String transformersAndVal() {
        return Stream.concat(Stream.of("val"), transformers.stream().map(Transformer::symbol))
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(", "));
    }

    private void expect(String token, String message) throws ConditionSyntaxError {
        if (!cursor.literal(token)) {
            throw cursor.error(message);
        }
    }

    /** Enters a function that Falco's parser nests; {@link #leave} leaves it. */
    private void enter() throws ConditionSyntaxError {
        depth++;
        if (depth >= depthLimit) {
            throw cursor.error("exceeded max depth limit of " + depthLimit);
        }
    }

    private void leave() {
        depth--;
    }
}
