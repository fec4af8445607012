package io.falconer.field;

import io.falconer.condition.Operator;
import java.util.Optional;

/** Reads constants as Falco does for each type, with its messages (sections 2.5 and 3.2). */
public final class Constants {
    /** The number of bytes that Falco reserves for a constant with its closing NUL. */
    private static final int STORAGE = 256;

    private Constants() {}

    /** {@link #parse(Field, Operator, String, Dialect)} for the newest Falco. */
    public static ConstantResult parse(Field field, Operator operator, String text) {
        return parse(field, operator, text, Dialect.NEWEST);
    }

    /** A constant that is compared with {@code field} itself. Names of events are checked. */
    public static ConstantResult parse(Field field, Operator operator, String text, Dialect dialect) {
        ConstantResult result = parse(field.type(), operator, text, dialect);
        boolean unknown = result instanceof ConstantResult.Parsed
                && field.name().equals("evt.type")
                && !EventTypes.of(dialect.schema()).isKnown(text);
        return unknown ? refused("unknown event type " + text) : result;
    }

    /** {@link #parse(FieldType, Operator, String, Dialect)} for the newest Falco. */
    public static ConstantResult parse(FieldType type, Operator operator, String text) {
        return parse(type, operator, text, Dialect.NEWEST);
    }

    /** A constant that is compared with values of {@code type}, such as the result of a transformer. */
    public static ConstantResult parse(FieldType type, Operator operator, String text, Dialect dialect) {
        if (text.indexOf('\0') >= 0) {
            return refused("filter value cannot contain a NUL byte");
        }
        return switch (type) {
            case CHARBUF, FSPATH, SOCKFAMILY, DYN -> text(operator, text, dialect);
            case BYTEBUF -> bytes(operator, text);
            case BOOL -> bool(text);
            case INT8 -> integer(IntegerReader.signed(text).map(bits -> (long) bits.byteValue()), text);
            case INT16 -> integer(IntegerReader.signed(text).map(bits -> (long) bits.shortValue()), text);
            case INT32 -> integer(IntegerReader.signed(text).map(bits -> (long) bits.intValue()), text);
            case INT64, ERRNO, FD, PID -> integer(IntegerReader.signed(text), text);
            case UINT8, L4PROTO -> integer(IntegerReader.unsigned(text).map(bits -> bits & 0xFF), text);
            case UINT16 -> integer(IntegerReader.unsigned(text).map(bits -> bits & 0xFFFF), text);
            case UINT32 -> integer(IntegerReader.unsigned(text).map(bits -> bits & 0xFFFFFFFFL), text);
            case UINT64, RELTIME, ABSTIME -> integer(IntegerReader.unsigned(text), text);
            case PORT -> port(text);
            case IPV4ADDR -> v4(text);
            case IPADDR -> text.indexOf('.') >= 0 ? v4(text) : v6(text);
            case IPNET -> Networks.parse(text);
            case DOUBLE ->
                IntegerReader.signed(text)
                        .<ConstantResult>map(bits -> parsed(new Constant.Real(bits)))
                        .orElseGet(() -> refused(IntegerReader.refusal(text)));
        };
    }

    static ConstantResult parsed(Constant constant) {
        return new ConstantResult.Parsed(constant);
    }

    static ConstantResult refused(String message) {
        return new ConstantResult.Refused(message);
    }

    private static ConstantResult text(Operator operator, String text, Dialect dialect) {
        int length = Octets.count(text);
        if (length >= STORAGE) {
            return refused("filter parameter too long (used=" + length + ", available=" + STORAGE + "):" + text);
        }
        if (operator != Operator.REGEX) {
            return parsed(new Constant.Text(text));
        }
        return switch (PosixRegex.compile(text)) {
            case PosixRegex.Compiled compiled -> parsed(new Constant.Regex(compiled.regex()));
            case PosixRegex.Invalid invalid ->
                dialect.refusesInvalidRegexes()
                        ? refused("invalid regex pattern: " + invalid.message())
                        : parsed(new Constant.Regex(PosixRegex.never()));
        };
    }

    private static ConstantResult bytes(Operator operator, String text) {
        if (operator == Operator.BCONTAINS || operator == Operator.BSTARTSWITH) {
            boolean hex = text.length() % 2 == 0 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
            if (!hex) {
                return refused("filter error: bcontains and bstartswith operator support hex strings only");
            }
            StringBuilder octets = new StringBuilder(text.length() / 2);
            for (int i = 0; i < text.length(); i += 2) {
                octets.append((char) Integer.parseInt(text.substring(i, i + 2), 16));
            }
            return parsed(new Constant.Bytes(octets.toString()));
        }
        if (Octets.count(text) >= STORAGE) {
            return refused("filter parameter too long (byte buf)");
        }
        return parsed(new Constant.Bytes(Octets.of(text)));
    }

    private static ConstantResult bool(String text) {
        return switch (text) {
            case "true" -> parsed(new Constant.Bool(true));
            case "false" -> parsed(new Constant.Bool(false));
            default -> refused("filter error: unrecognized boolean value " + text);
        };
    }

    private static ConstantResult integer(Optional<Long> bits, String text) {
        return bits.<ConstantResult>map(value -> parsed(new Constant.Int(value)))
                .orElseGet(() -> refused(IntegerReader.refusal(text)));
    }

    private static ConstantResult port(String text) {
        return Services.port(text)
                .<ConstantResult>map(port -> parsed(new Constant.Int(port)))
                .orElseGet(() -> refused("unrecognized protocol " + text));
    }

    private static ConstantResult v4(String text) {
        return Addresses.v4(text)
                .<ConstantResult>map(address -> parsed(new Constant.Address(address)))
                .orElseGet(() -> refused("unrecognized IPv4 address " + text));
    }

    private static ConstantResult v6(String text) {
        return Addresses.v6(text)
                .<ConstantResult>map(address -> parsed(new Constant.Address(address)))
                .orElseGet(() -> refused("unrecognized IPv6 address " + text));
    }
}
