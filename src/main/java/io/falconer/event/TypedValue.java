package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.event.json.Kind;
import io.falconer.field.Field;
import io.falconer.field.FieldType;
import io.falconer.field.IpAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON value of a field map, with the type that the catalogue gives the field. A value that does not fit the type is no
 * value.
 */
public final class TypedValue {
    /** A number with fewer digits fits in 64 bits. */
    private static final int LONG_DIGITS = 19;

    private TypedValue() {}

    /** The value; {@link Value.None} if it is null or does not fit. */
    public static Value of(Json json, Field field) {
        if (!field.list()) {
            return scalar(json, field.type());
        }
        var items = new ArrayList<Value.Scalar>();
        for (Json item : json.kind() == Kind.ARRAY ? json.items() : List.of(json)) {
            if (scalar(item, field.type()) instanceof Value.Scalar value) {
                items.add(value);
            }
        }
        return Value.many(items);
    }

    private static Value scalar(Json json, FieldType type) {
        if (json.kind() == Kind.NULL) {
            return Value.None.NONE;
        }
        Optional<? extends Value> value =
                switch (type) {
                    case CHARBUF, FSPATH, BYTEBUF, L4PROTO, SOCKFAMILY -> Optional.of(Value.text(json.text()));
                    case BOOL -> bool(json.text());
                    case INT8,
                            INT16,
                            INT32,
                            INT64,
                            UINT8,
                            UINT16,
                            UINT32,
                            UINT64,
                            RELTIME,
                            ABSTIME,
                            ERRNO,
                            FD,
                            PID,
                            PORT -> integer(json.text());
                    case DOUBLE -> decimal(json.text()).map(number -> new Value.Real(number.doubleValue()));
                    case IPV4ADDR, IPADDR, IPNET -> IpAddress.parse(json.text()).map(Value.Ip::new);
                    case DYN -> Optional.of(dynamic(json));
                };
        return value.<Value>map(v -> v).orElse(Value.None.NONE);
    }

    private static Optional<Value> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(new Value.Bool(true));
            case "false" -> Optional.of(new Value.Bool(false));
            default -> Optional.empty();
        };
    }

    /** Whole numbers from the lowest signed to the highest unsigned number of 64 bits, however they are written. */
    private static Optional<Value> integer(String text) {
        try {
            return Optional.of(
                    new Value.Int(text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text)));
        } catch (NumberFormatException notPlain) {
            return decimal(text)
                    .filter(number -> number.stripTrailingZeros().scale() <= 0
                            && (long) number.precision() - number.scale() < LONG_DIGITS)
                    .map(number -> new Value.Int(number.longValueExact()));
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Value dynamic(Json json) {
        return switch (json.kind()) {
            case TRUE -> new Value.Bool(true);
            case FALSE -> new Value.Bool(false);
            case NUMBER ->
                integer(json.text())
                        .or(() -> decimal(json.text()).map(number -> new Value.Real(number.doubleValue())))
                        .orElse(Value.None.NONE);
            case STRING, OBJECT, ARRAY -> Value.text(json.text());
            case NULL -> Value.None.NONE;
        };
    }
}
