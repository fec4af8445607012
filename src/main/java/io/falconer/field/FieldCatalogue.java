package io.falconer.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that rules of one source may use (sections 6.3, 6.5, 6.6 and 7). */
public final class FieldCatalogue {
    private final List<Field> fields;
    private final Map<String, Field> byName;
    private final FieldResolver resolver;
    private final int longestName;

    private FieldCatalogue(List<Field> fields) {
        this.fields = List.copyOf(fields);
        Map<String, Field> names = new LinkedHashMap<>();
        fields.forEach(field -> names.put(field.name(), field));
        this.byName = names;
        this.longestName =
                fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
        this.resolver = new FieldResolver(this);
    }

    /** The catalogue of {@code source}; read once. */
    public static FieldCatalogue of(EventSource source) {
        return switch (source) {
            case SYSCALL -> Syscall.CATALOGUE;
            case K8S_AUDIT -> K8sAudit.CATALOGUE;
        };
    }

    /** The field of exactly that name, arguments apart. */
    public Optional<Field> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All fields in the order in which people read about them. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * What a condition or output means by {@code name[argument]}, judged as Falco does: the argument is checked, names such
     * as {@code evt.arg.flags} are taken apart, and a name that no field has is refused with Falco's message.
     */
    public Resolution resolve(String name, Optional<String> argument) {
        return resolver.resolve(name, argument);
    }

    /** The longest field whose name {@code text} begins with. */
    Optional<Field> longestPrefix(String text) {
        for (int end = Math.min(text.length(), longestName); end > 0; end--) {
            Field field = byName.get(text.substring(0, end));
            if (field != null) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static final class Syscall {
        static final FieldCatalogue CATALOGUE = new FieldCatalogue(CatalogueReader.fields("syscall.json"));
    }

    private static final class K8sAudit {
        static final FieldCatalogue CATALOGUE = new FieldCatalogue(CatalogueReader.fields("k8s_audit.json"));
    }
}
