package io.falconer.tune;

import io.falconer.event.Event;
import io.falconer.event.Extractors;
import io.falconer.event.FieldReading;
import io.falconer.event.SyscallEvent;
import io.falconer.event.Value;
import io.falconer.field.FieldCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field of an exception, and how it is compared.
 *
 * @param field with its argument, if it has one
 * @param comparison an operator of Falco
 */
public record Column(String field, String comparison) {
    private static final Pattern FIELD = Pattern.compile("([^\\[]+)(?:\\[(.*)])?");
    /** Names that end with what a controller adds, such as {@code web-7d9f8b6c5-x2x4z}. */
    private static final Pattern GENERATED =
            Pattern.compile("(.+?-)(?:[a-z0-9]{8,10}-)?[bcdfghjklmnpqrstvwxz2456789]{5}");
    /** What differs from event to event for no reason that concerns an exception. */
    private static final Pattern RANDOM = Pattern.compile(
            "evt\\..*|.*\\.[a-z]*(pid|tid|port|sha256|md5|hash|digest|ino|ino_num|ts|time|duration|num|uuid)"
                    + "|(container|k8s\\.pod|proc\\.sid|proc\\.pgid|thread)\\.(full_)?(u?id|tid)");

    /** Values with parts that are different for each event: connections, temporary files, directories of processes. */
    private static final Pattern RANDOM_VALUE = Pattern.compile(
            "\\S+:[0-9]+->\\S+:[0-9]+|.*tmp\\.[A-Za-z0-9]{6,}.*|(.*[/ ])?tmp[a-z0-9_]{8}([/ ].*)?|.*/proc/[0-9]+(/.*)?");

    private static final Pattern NUMBER_IN_COMMAND = Pattern.compile(".*[ =/][0-9]{3,}([ /].*)?");

    /** Whether the values of its field are different for each event, such as those of {@code proc.pid}. */
    boolean isRandom() {
        return RANDOM.matcher(name()).matches();
    }

    private String name() {
        int bracket = field.indexOf('[');
        return bracket < 0 ? field : field.substring(0, bracket);
    }

    /**
     * The constant with which the comparison is true for an event; empty if the event has no such value. Generated names are
     * compared by what comes before the generated part.
     */
    Optional<String> constant(Event event) {
        return value(event).filter(value -> !isRandom(value)).flatMap(value -> {
            Matcher generated = GENERATED.matcher(value);
            boolean isGenerated = isName() && generated.matches();
            return switch (comparison) {
                case "=", "in" -> isGenerated ? Optional.empty() : Optional.of(value);
                case "startswith" ->
                    isGenerated ? Optional.of(generated.group(1)) : isName() ? Optional.empty() : Optional.of(value);
                case "endswith", "contains", "pmatch" -> Optional.of(value);
                default -> Optional.empty();
            };
        });
    }

    /** Whether a part of the value is random. Numbers in command lines are often process ids. */
    private boolean isRandom(String value) {
        return RANDOM_VALUE.matcher(value).matches()
                || (name().endsWith("cmdline")
                        && NUMBER_IN_COMMAND.matcher(value).matches());
    }

    /** Whether the field is the name of an object that a controller may have generated. */
    private boolean isName() {
        return List.of("k8s.pod.name", "ka.target.name", "ka.resp.name", "ka.target.pod.name")
                .contains(name());
    }

    /** Whether the comparison with a constant may be true for an event. An alert may not have recorded the field. */
    boolean matches(Event event, String constant) {
        return value(event)
                .map(value -> switch (comparison) {
                    case "=", "in" -> value.equals(constant);
                    case "startswith" -> value.startsWith(constant);
                    case "endswith" -> value.endsWith(constant);
                    case "contains" -> value.contains(constant);
                    case "pmatch" -> value.equals(constant) || value.startsWith(constant + "/");
                    default -> true; // better to take an event for silenced than to miss one
                })
                .orElse(event instanceof SyscallEvent syscall && syscall.recorded());
    }

    /** The value of the field, if it is one text. */
    private Optional<String> value(Event event) {
        Matcher parts = FIELD.matcher(field);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return FieldCatalogue.of(event.source())
                .find(parts.group(1))
                .map(known -> Extractors.of(
                                event.source(), known, Optional.ofNullable(parts.group(2)), FieldReading.NEWEST)
                        .extract(event))
                .flatMap(Column::text)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(String text) -> Optional.of(text);
            case Value.Many(List<Value.Scalar> items)
            when items.stream().distinct().count() == 1 -> text(items.getFirst());
            case Value.Many many -> Optional.empty();
            case Value.None none -> Optional.empty();
            case Value.Int number -> Optional.empty();
            case Value.Bool truth -> Optional.empty();
            case Value.Real number -> Optional.empty();
            case Value.Ip address -> Optional.empty();
        };
    }
}
