package io.falconer.ruleset;

import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.condition.Transformer;
import io.falconer.condition.TransformerArgument;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;
import io.falconer.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the types of operands in the order of Falco's compiler, whose position in an error is the last operand that it
 * processed.
 */
final class OperandTypes {
    /** The field that Falco's compiler creates for operands that are not fields. */
    private static final Field NAMELESS =
            new Field("INTERNAL", FieldType.CHARBUF, false, Field.ArgumentKind.NONE, Set.of(), Optional.empty(), "");

    private static final Field NAMELESS_LIST =
            new Field("INTERNAL", FieldType.CHARBUF, true, Field.ArgumentKind.NONE, Set.of(), Optional.empty(), "");

    private static final OperandType TEXT = new OperandType(NAMELESS, FieldType.CHARBUF, false, false);
    private static final OperandType TEXTS = new OperandType(NAMELESS_LIST, FieldType.CHARBUF, true, false);

    /** Falco does not treat getopt as a list where it checks the field instead of its type. */
    private static final OperandType OPTIONS = new OperandType(NAMELESS, FieldType.CHARBUF, true, false);

    private final FieldLookup fields;
    private Span last = Span.NONE;

    OperandTypes(FieldCatalogue catalogue) {
        this.fields = new FieldLookup(catalogue);
    }

    /** The part of the tree that was processed last. */
    Span last() {
        return last;
    }

    OperandType of(Operand operand) {
        return argument(operand);
    }

    private OperandType argument(TransformerArgument argument) {
        last = argument.span();
        return switch (argument) {
            case Operand.FieldRef ref -> {
                Field field = fields.find(ref);
                yield new OperandType(field, field.type(), field.list(), false);
            }
            case Operand.Transformed call -> call(call);
            case Right.Text text -> TEXT;
            case TransformerArgument.ArgumentList list -> {
                list.items().forEach(this::argument);
                yield TEXTS;
            }
        };
    }

    private OperandType call(Operand.Transformed call) {
        List<OperandType> arguments =
                call.arguments().stream().map(this::argument).toList();
        Transformer transformer = call.transformer();
        OperandType type =
                switch (transformer) {
                    case TOLOWER, TOUPPER, BASENAME, B64, LEN -> single(transformer, arguments);
                    case JOIN, CONCAT, GETOPT -> {
                        if (arguments.size() == 1) {
                            throw failure("unknown field transfomer '" + transformer.symbol() + "'");
                        }
                        MultiValue.check(transformer, arguments).ifPresent(this::refuse);
                        yield transformer == Transformer.GETOPT ? OPTIONS : TEXT;
                    }
                };
        return call.argument().isEmpty()
                ? type
                : selected(transformer, call.argument().get());
    }

    private OperandType selected(Transformer transformer, String selector) {
        if (transformer != Transformer.GETOPT) {
            throw failure("transformer '" + transformer.symbol() + "' does not support field arguments");
        }
        if (selector.length() != 1 || selector.charAt(0) >= 0x80) {
            throw failure("getopt() field argument must be a single option character");
        }
        return TEXT;
    }

    private OperandType single(Transformer transformer, List<OperandType> arguments) {
        if (arguments.size() != 1) {
            throw failure("unknown multivalue transformer");
        }
        OperandType type = arguments.getFirst();
        if (type.field().has(Field.Flag.NO_TRANSFORMER)) {
            throw failure("field '" + type.field().name() + "' does not support transformers");
        }
        boolean fits =
                switch (transformer) {
                    case TOLOWER, TOUPPER, BASENAME -> type.type().isText();
                    case B64 -> type.type() == FieldType.CHARBUF || type.type() == FieldType.BYTEBUF;
                    case LEN -> type.list() || type.type().isText() || type.type() == FieldType.BYTEBUF;
                    case JOIN, CONCAT, GETOPT -> false;
                };
        if (!fits) {
            throw failure("can't add field transformer: type '" + type.type() + "' is not supported by '"
                    + transformer.symbol() + "' transformer applied on " + (type.list() ? "list " : "") + "field '"
                    + type.field().name() + "'");
        }
        return transformer == Transformer.LEN
                ? new OperandType(type.field(), FieldType.UINT64, false, false)
                : new OperandType(type.field(), type.type(), type.list(), true);
    }

    private void refuse(String message) {
        throw failure(message);
    }

    private CompileFailure failure(String message) {
        return new CompileFailure(message, last);
    }
}
