package io.falconer.field;

import java.util.Optional;
import java.util.Set;

/** Splits field names as the parts of Falco do that own them: plugins, events, processes, file descriptors. */
final class FieldResolver {
    private static final Set<String> PLUGIN_ROOTS = Set.of("ka", "jevt", "json", "container", "k8s");

    private final FieldCatalogue catalogue;

    FieldResolver(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Resolution resolve(String name, Optional<String> argument) {
        String spelling = argument.map(value -> name + "[" + value + "]").orElse(name);
        if (isOfPlugin(name)) {
            return PluginFields.resolve(catalogue, spelling);
        }
        Optional<Resolution> event = EventFields.resolve(catalogue, name, argument, spelling);
        return event.orElseGet(() ->
                catalogue.find(name).flatMap(field -> fitting(field, argument)).orElseGet(() -> nonexistent(spelling)));
    }

    /** Whether {@code name} starts like the fields of plugins. */
    static boolean isOfPlugin(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && PLUGIN_ROOTS.contains(name.substring(0, dot));
    }

    static Resolution nonexistent(String spelling) {
        return new Resolution.Refused("filter_check called with nonexistent field " + spelling);
    }

    /** The field with its argument; empty if Falco does not recognize the two together. */
    private static Optional<Resolution> fitting(Field field, Optional<String> argument) {
        boolean number = argument.filter(IntegerReader::isInteger).isPresent();
        if (field.name().equals("fd.types") && argument.isPresent() && !number) {
            return Optional.of(new Resolution.Refused(IntegerReader.refusal(argument.get())));
        }
        boolean fits =
                switch (field.argument()) {
                    case NONE -> argument.isEmpty();
                    case INDEX_OPTIONAL -> argument.isEmpty() || number;
                    case INDEX_REQUIRED -> number;
                    case KEY_OPTIONAL -> argument.isEmpty() || argument.get().indexOf(']') < 0;
                    case KEY_REQUIRED -> argument.isPresent();
                };
        return fits ? Optional.of(new Resolution.Found(field, argument)) : Optional.empty();
    }
}
