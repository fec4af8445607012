package io.falconer.field;

import java.util.Optional;
import java.util.Set;

/** Takes field names apart as the parts of Falco do that own them: plugins, events, processes, file descriptors. */
final class FieldResolver {
    private static final Set<String> PLUGIN_ROOTS = Set.of("ka", "jevt", "json", "container", "k8s");

    private final FieldCatalogue catalogue;

    FieldResolver(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Resolution resolve(String name, Optional<String> argument) {
        String spelling = argument.map(value -> name + "[" + value + "]").orElse(name);
        int dot = name.indexOf('.');
        if (dot > 0 && PLUGIN_ROOTS.contains(name.substring(0, dot))) {
            return PluginFields.resolve(catalogue, spelling);
        }
        Optional<Resolution> event = EventFields.resolve(catalogue, name, argument, spelling);
        return event.orElseGet(() ->
                catalogue.find(name).flatMap(field -> checked(field, argument)).orElseGet(() -> nonexistent(spelling)));
    }

    static Resolution nonexistent(String spelling) {
        return new Resolution.Refused("filter_check called with nonexistent field " + spelling);
    }

    /** The field with its argument, nothing where Falco does not recognize the two together. */
    private static Optional<Resolution> checked(Field field, Optional<String> argument) {
        boolean fits =
                switch (field.argument()) {
                    case NONE -> argument.isEmpty();
                    case INDEX_OPTIONAL ->
                        field.name().equals("fd.types") || argument.isEmpty() || isInt(argument.get());
                    case KEY_OPTIONAL -> argument.isEmpty() || argument.get().indexOf(']') < 0;
                    case INDEX_REQUIRED -> argument.filter(FieldResolver::isInt).isPresent();
                    case KEY_REQUIRED -> argument.isPresent();
                };
        if (!fits) {
            return Optional.empty();
        }
        if (field.name().equals("fd.types") && argument.isPresent() && !isInt(argument.get())) {
            return Optional.of(new Resolution.Refused(Numbers.refusal(argument.get())));
        }
        return Optional.of(new Resolution.Found(field, argument));
    }

    private static boolean isInt(String text) {
        return Numbers.isInteger(text);
    }
}
