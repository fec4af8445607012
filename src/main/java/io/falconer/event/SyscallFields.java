package io.falconer.event;

import io.falconer.event.json.Json;
import io.falconer.event.json.Key;
import io.falconer.event.json.Kind;
import io.falconer.event.json.Member;
import io.falconer.field.EventTypes;
import io.falconer.field.Field;
import io.falconer.field.FieldType;
import io.falconer.field.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields of source syscall: the content of the event's field map, and what is derived from it.
 *
 * <p>{@code fd.ip}, {@code fd.port} and {@code fd.net} look at both ends of a connection (section 3.4). Their values are a
 * {@link Value.Many} of the client's and the server's end, in this order, or of the one that is known; so is {@code proc.aname}
 * (and the other fields about ancestors) without an index, which gives every ancestor in the map, nearest first and without the
 * process itself. {@code proc.aargs} without an index is one text of all of them.
 */
final class SyscallFields {
    private static final Map<String, List<Key>> SIDES = Map.of(
            "fd.ip", List.of(Key.of("fd.cip"), Key.of("fd.sip")),
            "fd.port", List.of(Key.of("fd.cport"), Key.of("fd.sport")),
            "fd.net", List.of(Key.of("fd.cip"), Key.of("fd.sip")));

    private static final Map<String, Key> SAME_AS = Map.of(
            "fd.snet", Key.of("fd.sip"),
            "fd.cnet", Key.of("fd.cip"),
            "fd.lnet", Key.of("fd.lip"),
            "fd.rnet", Key.of("fd.rip"));
    private static final Key TYPE = Key.of("fd.type");
    private static final Key EVENT_TYPE = Key.of("evt.type");

    private static final Set<String> OF_PARAMETERS = Set.of("evt.arg", "evt.rawarg");
    private static final Set<String> LATENCIES = Set.of(
            "evt.latency",
            "evt.latency.s",
            "evt.latency.ns",
            "evt.latency.human",
            "evt.latency.quantized",
            "evt.wait_latency");

    private static final List<String> OF_ANCESTORS = List.of(
            "proc.aname", "proc.aexe", "proc.aexepath", "proc.aargs", "proc.acmdline", "proc.apid", "proc.aenv");

    private SyscallFields() {}

    /** How to read {@code field} with this argument. */
    static Extractor of(Field field, Optional<String> argument, FieldReading reading) {
        if (LATENCIES.contains(field.name()) && !reading.latencyMeasured()) {
            return event -> Value.None.NONE;
        }
        Set<String> without = OF_PARAMETERS.contains(field.name()) && argument.isPresent()
                ? EventTypes.of(reading.schema()).notYetCarrying(argument.get())
                : Set.of();
        Extractor any = of(field, argument);
        return without.isEmpty() ? any : event -> isOneOf(event, without) ? Value.None.NONE : any.extract(event);
    }

    /** Whether the event has one of these types. */
    private static boolean isOneOf(Event event, Set<String> types) {
        return event instanceof SyscallEvent syscall
                && syscall.fields()
                        .get(EVENT_TYPE)
                        .filter(type -> types.contains(type.text()))
                        .isPresent();
    }

    private static Extractor of(Field field, Optional<String> argument) {
        Extractor derived = derived(field, argument);
        List<Key> keys = names(field.name(), argument).stream().map(Key::of).toList();
        boolean ofLocalTime =
                field.name().startsWith("evt.time") || field.name().startsWith("evt.datetime");
        return event -> {
            if (!(event instanceof SyscallEvent syscall)) {
                return Value.None.NONE;
            }
            for (int i = 0; i < keys.size(); i++) {
                Optional<Json> value = syscall.fields().get(keys.get(i));
                // In JSON alerts, the fields of local time contain nanoseconds. As values they are texts, made from the
                // event's
                // time.
                if (value.isPresent() && !(ofLocalTime && value.get().kind() == Kind.NUMBER)) {
                    return TypedValue.of(value.get(), field);
                }
            }
            return derived.extract(event);
        };
    }

    /** The keys that may contain the field. An argument of evt.arg and evt.rawarg may also follow a dot. */
    private static List<String> names(String field, Optional<String> argument) {
        if (argument.isEmpty()) {
            return List.of(field);
        }
        String bracketed = field + "[" + argument.get() + "]";
        return field.equals("evt.arg") || field.equals("evt.rawarg")
                ? List.of(bracketed, field + "." + argument.get())
                : List.of(bracketed);
    }

    private static Extractor derived(Field field, Optional<String> argument) {
        List<Key> sides = SIDES.get(field.name());
        if (sides != null) {
            return event -> ends(event, sides, field);
        }
        Key same = SAME_AS.get(field.name());
        if (same != null) {
            return event -> first(values(event, List.of(same), field));
        }
        if (OF_ANCESTORS.contains(field.name()) && argument.isEmpty()) {
            return event -> event instanceof SyscallEvent syscall ? ancestors(syscall, field) : Value.None.NONE;
        }
        if (field.name().equals("proc.aargs") && argument.isEmpty()) {
            return event -> event instanceof SyscallEvent syscall ? joined(ancestors(syscall, field)) : Value.None.NONE;
        }
        return event -> Value.None.NONE;
    }

    /** The texts of a list, joined with blanks. */
    private static Value joined(Value values) {
        return values instanceof Value.Many(List<Value.Scalar> items)
                ? new Value.Text(items.stream()
                        .map(item -> item instanceof Value.Text(String text) ? text : "")
                        .collect(Collectors.joining(" ")))
                : values;
    }

    /** The known ends. As in Falco, a socket without an end has the unspecified address and port 0. */
    private static Value ends(Event event, List<Key> names, Field field) {
        Value known = values(event, names, field);
        if (known != Value.None.NONE || !(event instanceof SyscallEvent syscall)) {
            return known;
        }
        String type = syscall.fields().get(TYPE).map(Json::text).orElse("");
        if (!type.equals("ipv4") && !type.equals("ipv6")) {
            return known;
        }
        return Value.many(List.of(
                field.type() == FieldType.PORT
                        ? new Value.Int(0)
                        : new Value.Ip(new IpAddress(type.equals("ipv4"), 0, 0))));
    }

    private static Value values(Event event, List<Key> names, Field field) {
        var values = new ArrayList<Value.Scalar>();
        for (Key name : names) {
            if (event instanceof SyscallEvent syscall
                    && syscall.fields()
                                    .get(name)
                                    .map(json -> TypedValue.of(json, field))
                                    .orElse(Value.None.NONE)
                            instanceof Value.Scalar scalar) {
                values.add(scalar);
            }
        }
        return Value.many(values);
    }

    private static Value first(Value value) {
        return value instanceof Value.Many(List<Value.Scalar> items) ? items.getFirst() : value;
    }

    private static Value ancestors(SyscallEvent event, Field field) {
        var byDistance = new TreeMap<Integer, Value.Scalar>();
        String prefix = field.name() + "[";
        for (Member member : event.fields().members()) {
            if (member.key().startsWith(prefix) && member.key().endsWith("]")) {
                String index =
                        member.key().substring(prefix.length(), member.key().length() - 1);
                if (index.matches("[1-9][0-9]{0,5}")
                        && TypedValue.of(member.value(), field) instanceof Value.Scalar one) {
                    byDistance.putIfAbsent(Integer.valueOf(index), one);
                }
            }
        }
        return Value.many(List.copyOf(byDistance.values()));
    }
}
