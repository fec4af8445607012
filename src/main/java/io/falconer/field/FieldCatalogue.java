package io.falconer.field;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The fields that rules of one source may use (sections 6.3, 6.5, 6.6 and 7). */
public final class FieldCatalogue {
    private final List<Field> fields;
    private final Map<String, Field> byName;
    private final int longestName;
    private final DriverSchema schema;
    private final FieldResolver resolver = new FieldResolver(this);

    private FieldCatalogue(List<Field> fields, Map<String, Field> byName, int longestName, DriverSchema schema) {
        this.fields = fields;
        this.byName = byName;
        this.longestName = longestName;
        this.schema = schema;
    }

    /** {@link #of(EventSource, DriverSchema)} of the newest Falco. */
    public static FieldCatalogue of(EventSource source) {
        return of(source, DriverSchema.NEWEST);
    }

    /** The catalogue of {@code source}; read once. Versions of Falco differ only in the parameters of events. */
    public static FieldCatalogue of(EventSource source, DriverSchema schema) {
        return switch (source) {
            case SYSCALL -> Objects.requireNonNull(Syscall.BY_SCHEMA.get(schema));
            case K8S_AUDIT -> K8sAudit.CATALOGUE;
        };
    }

    /** Reads a catalogue. */
    private static FieldCatalogue read(String file) {
        return of(List.copyOf(CatalogueReader.fields(file)), DriverSchema.NEWEST);
    }

    private static FieldCatalogue of(List<Field> fields, DriverSchema schema) {
        Map<String, Field> names = new LinkedHashMap<>();
        fields.forEach(field -> names.put(field.name(), field));
        int longest =
                fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
        return new FieldCatalogue(fields, names, longest, schema);
    }

    /** The same catalogue with some fields only. */
    FieldCatalogue only(Predicate<Field> wanted) {
        return of(fields.stream().filter(wanted).toList(), schema);
    }

    /** The events that conditions may name, and their parameters. */
    public EventTypes eventTypes() {
        return EventTypes.of(schema);
    }

    /** The field with exactly this name, without its argument. */
    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All fields in the order of the documentation. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * What {@code name[argument]} means in a condition or output, checked as Falco does: the argument is checked, names such as
     * {@code evt.arg.flags} are split, and an unknown name is refused with Falco's message.
     */
    public Resolution resolve(String name, Optional<String> argument) {
        return resolver.resolve(name, argument);
    }

    /** The field that {@code text} starts with, whatever follows it, as Falco up to 0.43 reads tokens of outputs. */
    public FieldPrefix prefix(String text) {
        return PrefixResolver.resolve(this, text);
    }

    /** The longest field whose name {@code text} starts with. No name contains a bracket. */
    Optional<Field> longestPrefix(String text) {
        int bracket = text.indexOf('[');
        int longest = Math.min(bracket < 0 ? text.length() : bracket, longestName);
        for (int end = longest; end > 0; end--) {
            Field field = byName.get(text.substring(0, end));
            if (field != null) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static final class Syscall {
        static final Map<DriverSchema, FieldCatalogue> BY_SCHEMA = new EnumMap<>(DriverSchema.class);

        static {
            FieldCatalogue newest = read("syscall.json");
            for (DriverSchema schema : DriverSchema.values()) {
                BY_SCHEMA.put(schema, new FieldCatalogue(newest.fields, newest.byName, newest.longestName, schema));
            }
        }
    }

    private static final class K8sAudit {
        static final FieldCatalogue CATALOGUE = read("k8s_audit.json");
    }
}
