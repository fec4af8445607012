package io.falconer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.falconer.field.Constant;
import io.falconer.field.FieldType;
import io.falconer.field.Glob;
import io.falconer.field.IpAddress;
import io.falconer.field.IpNetwork;
import io.falconer.field.Octets;
import io.falconer.language.Automaton;
import io.falconer.language.Globs;
import io.falconer.language.Products;
import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Values as texts, so that sets of values are automata. Texts are themselves. A number has 16 hexadecimal digits, the sign
 * turned over so that the order of the texts is that of the numbers; an address is its family and its bits, so that a network
 * is a prefix.
 */
public final class ValueNotation {
    /** How many hexadecimal digits a number has. */
    private static final int DIGITS = Long.BYTES * 2;

    private static final String DIGIT = "[0-9a-f]";
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    private ValueNotation() {}

    /** The notation of a constant; of a network the common beginning of its addresses. */
    static String of(Constant constant, boolean unsigned) throws Unseen {
        return switch (constant) {
            case Constant.Text text -> text.value();
            case Constant.Bytes bytes -> Octets.text(bytes.octets());
            case Constant.Bool bool -> String.valueOf(bool.value());
            case Constant.Int number -> number(number.bits(), unsigned);
            case Constant.Address address -> address(address.address());
            case Constant.Network(IpNetwork network) -> address(network.base()).substring(0, 1 + network.prefix());
            case Constant.Real real -> throw new Unseen("a decimal number");
            case Constant.Regex regex -> throw new Unseen("a pattern");
        };
    }

    static String number(long bits, boolean unsigned) {
        return String.format("%016x", unsigned ? bits : bits ^ Long.MIN_VALUE);
    }

    /** The notation of whole numbers as values of a type. */
    public static Automaton numbers(Collection<Integer> numbers, FieldType type) throws TooLarge {
        return Texts.of(numbers.stream()
                .map(number -> number(number, type.isUnsigned()))
                .toList());
    }

    /** The notation of all numbers below zero. */
    public static Automaton negative() throws TooLarge {
        return Globs.of(Glob.compile("[0-7]*", false));
    }

    /** The notation of the numbers of types that have fewer than 64 bits. */
    static Map<FieldType, Automaton> narrow() throws TooLarge {
        return Map.of(
                FieldType.INT8, signed(2),
                FieldType.INT16, signed(4),
                FieldType.INT32, signed(8),
                FieldType.UINT8, unsigned(2),
                FieldType.UINT16, unsigned(4),
                FieldType.PORT, unsigned(4),
                FieldType.UINT32, unsigned(8));
    }

    private static Automaton unsigned(int digits) throws TooLarge {
        return Globs.of(Glob.compile("0".repeat(DIGITS - digits) + DIGIT.repeat(digits), false));
    }

    private static Automaton signed(int digits) throws TooLarge {
        String rest = DIGIT.repeat(digits - 1);
        return Products.union(
                Globs.of(Glob.compile("8" + "0".repeat(DIGITS - digits - 1) + "[0-7]" + rest, false)),
                Globs.of(Glob.compile("7" + "f".repeat(DIGITS - digits - 1) + "[89a-f]" + rest, false)));
    }

    /** The number that a notation stands for. */
    static long number(String notation, FieldType type) {
        long bits = Long.parseUnsignedLong(notation, 16);
        return type.isUnsigned() ? bits : bits ^ Long.MIN_VALUE;
    }

    static String address(IpAddress address) {
        return address.v4()
                ? "4" + bits(address.low()).substring(Long.SIZE - V4_BITS)
                : "6" + bits(address.high()) + bits(address.low());
    }

    private static String bits(long number) {
        String bits = Long.toBinaryString(number);
        return "0".repeat(Long.SIZE - bits.length()) + bits;
    }

    /** Whether values of a type have a notation. */
    static boolean isKnown(FieldType type) {
        return switch (type) {
            case CHARBUF, FSPATH, BYTEBUF, BOOL -> true;
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, RELTIME, ABSTIME, ERRNO, FD, PID, PORT ->
                true;
            case IPV4ADDR, IPADDR, IPNET -> true;
            case DOUBLE, DYN, L4PROTO, SOCKFAMILY -> false;
        };
    }

    /** The value that a text of the notation stands for. */
    static JsonNode json(String text, FieldType type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type) {
            case BOOL -> nodes.booleanNode(text.equals("true"));
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, RELTIME, ABSTIME, ERRNO, FD, PID, PORT -> {
                long bits = Long.parseUnsignedLong(text, 16);
                yield type.isUnsigned()
                        ? nodes.numberNode(new BigInteger(Long.toUnsignedString(bits)))
                        : nodes.numberNode(bits ^ Long.MIN_VALUE);
            }
            case IPV4ADDR, IPADDR, IPNET -> nodes.textNode(addressText(text));
            case CHARBUF, FSPATH, BYTEBUF, DOUBLE, DYN, L4PROTO, SOCKFAMILY -> nodes.textNode(text);
        };
    }

    private static String addressText(String notation) {
        int group = notation.startsWith("4") ? Byte.SIZE : Short.SIZE;
        int radix = notation.startsWith("4") ? 10 : 16;
        String bits = notation.substring(1);
        return IntStream.range(0, bits.length() / group)
                .mapToObj(i -> Integer.toString(Integer.parseInt(bits.substring(i * group, (i + 1) * group), 2), radix))
                .collect(Collectors.joining(radix == 10 ? "." : ":"));
    }

    /** Numbers and addresses that people expect, the best ones first. */
    static List<String> samples(FieldType type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, RELTIME, ABSTIME, ERRNO, FD, PID, PORT ->
                Stream.of(3L, 1L, 0L, 1000L, 443L, 8080L, 34816L, -1L, -2L)
                        .map(number -> number(number, type.isUnsigned()))
                        .toList();
            case IPV4ADDR, IPADDR, IPNET ->
                Stream.of("10.0.0.7", "203.0.113.9", "127.0.0.1")
                        .flatMap(text -> IpAddress.parse(text).stream())
                        .map(ValueNotation::address)
                        .toList();
            case BOOL, CHARBUF, FSPATH, BYTEBUF, DOUBLE, DYN, L4PROTO, SOCKFAMILY -> List.of();
        };
    }

    /** The texts that stand for values of a type; all where values have no notation. */
    public static Automaton domain(FieldType type) {
        try {
            return switch (type) {
                case BOOL -> Texts.of(List.of("true", "false"));
                case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, RELTIME, ABSTIME, ERRNO, FD, PID, PORT ->
                    Globs.of(Glob.compile(DIGIT.repeat(DIGITS), false));
                case IPV4ADDR, IPADDR, IPNET ->
                    Products.union(
                            Globs.of(Glob.compile("4" + "[01]".repeat(V4_BITS), false)),
                            Globs.of(Glob.compile("6" + "[01]".repeat(V6_BITS), false)));
                case CHARBUF, FSPATH, BYTEBUF, DOUBLE, DYN, L4PROTO, SOCKFAMILY -> Automaton.all();
            };
        } catch (TooLarge e) {
            throw new IllegalStateException(type + ": " + e.message(), e);
        }
    }
}
