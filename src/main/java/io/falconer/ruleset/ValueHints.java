package io.falconer.ruleset;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Right;
import io.falconer.field.DriverSchema;
import io.falconer.field.EventTypes;
import io.falconer.text.Quotes;
import io.falconer.text.Span;
import io.falconer.yaml.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How to fix a constant that cannot be compared with a field. */
final class ValueHints {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9_-]+\\.)+[A-Za-z][A-Za-z0-9-]*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-|:|\\.\\.)(\\d+)");

    private ValueHints() {}

    /**
     * The hint, if there is one.
     *
     * @param failure Falco's error
     * @param schema which events there are
     * @param lists the names of all lists
     */
    static Optional<String> of(Check.Failure failure, Expr condition, DriverSchema schema, Collection<String> lists) {
        if (failure.message().endsWith("operator not supported list filters")) {
            return Optional.of("the field has several values: \"in\" requires all of them, \"intersects\" one of them");
        }
        if (failure.message().endsWith("operator not supported for ip address and network filters")) {
            return comparison(condition, failure.culprit())
                    .filter(comparison -> comparison.left() instanceof Operand.FieldRef)
                    .map(comparison -> address(((Operand.FieldRef) comparison.left()).name(), "10.0.0.0/8"));
        }
        return comparison(condition, failure.culprit()).flatMap(comparison -> constants(comparison.right())
                .filter(constant -> constant.span().equals(failure.culprit()))
                .findFirst()
                .flatMap(constant -> list(constant.value(), lists)
                        .or(() -> value(failure.message(), comparison, constant.value(), schema))));
    }

    private static Optional<String> list(String value, Collection<String> lists) {
        return NAME.matcher(value).matches()
                ? Nearest.to(value, lists)
                        .map(near -> "there is no list " + Quotes.around(value) + "; did you mean \"" + near + "\"?")
                : Optional.empty();
    }

    private static Optional<String> value(
            String message, Expr.Comparison comparison, String value, DriverSchema schema) {
        String field = comparison.left() instanceof Operand.FieldRef ref ? ref.name() : "";
        if (message.startsWith("unrecognized IPv4 address ") || message.startsWith("unrecognized IPv6 address ")) {
            return Optional.of(address(field, value));
        }
        if (message.startsWith("unrecognized IP network ") || message.startsWith("invalid v")) {
            return Optional.of(network(field, value));
        }
        if (message.startsWith("unknown event type ")) {
            return Nearest.to(value, EventTypes.of(schema).names()).map(near -> "did you mean \"" + near + "\"?");
        }
        if (message.startsWith("unrecognized protocol ") || message.endsWith(" is not a valid number")) {
            return range(field, value)
                    .or(() -> message.startsWith("unrecognized protocol ")
                            ? Optional.of("a port is a number, or the name of a service such as https")
                            : Optional.empty());
        }
        return message.contains("unrecognized boolean value") ? Optional.of("write true or false") : Optional.empty();
    }

    private static Optional<String> range(String field, String value) {
        Matcher bounds = RANGE.matcher(value);
        return bounds.matches()
                ? Optional.of("Falco has no ranges: write \"" + field + " >= " + bounds.group(1) + " and " + field
                        + " <= " + bounds.group(2) + "\"")
                : Optional.empty();
    }

    private static String network(String field, String value) {
        if (ADDRESS.matcher(value).matches()) {
            return "a network has a length, such as " + value + (value.contains(":") ? "/128" : "/32");
        }
        return field + " accepts networks such as 10.0.0.0/8"
                + (HOST.matcher(value).matches() ? "; a host's name is compared with " + named(field) : "");
    }

    private static String address(String field, String value) {
        String networks = field.replaceFirst("ip$", "net");
        if (value.contains("/")) {
            return field + " accepts addresses; compare networks with " + networks + ": "
                    + Quotes.around(networks + " in (" + value + ")");
        }
        return HOST.matcher(value).matches()
                ? field + " accepts addresses, " + networks
                        + " networks such as 10.0.0.0/8; a host's name is compared with "
                        + named(field)
                : field + " accepts addresses, " + networks + " networks such as 10.0.0.0/8, " + named(field)
                        + " names of hosts; there is no list "
                        + Quotes.around(value);
    }

    /** The field with the name of the host that a field has the address or network of. */
    private static String named(String field) {
        String address = field.replaceFirst("net$", "ip");
        return (address.equals("fd.ip") ? "fd.sip" : address) + ".name";
    }

    private static Stream<Right.Text> constants(Right right) {
        return switch (right) {
            case Right.Text text -> Stream.of(text);
            case Right.TextList list -> list.items().stream();
            case Operand operand -> Stream.empty();
        };
    }

    /** The comparison that contains a part of the condition. */
    private static Optional<Expr.Comparison> comparison(Expr expr, Span part) {
        return switch (expr) {
            case Expr.And and -> first(and.operands().stream(), part);
            case Expr.Or or -> first(or.operands().stream(), part);
            case Expr.Not not -> comparison(not.operand(), part);
            case Expr.Comparison comparison ->
                comparison.span().start() <= part.start()
                                && part.end() <= comparison.span().end()
                        ? Optional.of(comparison)
                        : Optional.empty();
            case Expr.Exists exists -> Optional.empty();
            case Expr.MacroRef macro -> Optional.empty();
        };
    }

    private static Optional<Expr.Comparison> first(Stream<Expr> operands, Span part) {
        return operands.flatMap(operand -> comparison(operand, part).stream()).findFirst();
    }
}
