package io.falconer.policy;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of control that a rule template defines, and what a policy may set in it.
 *
 * @param name the name in policies
 * @param parameters by name, in the template's order
 * @param profiles named sets of checks
 * @param checks what its rules check
 */
public record ControlKind(
        String name, Map<String, Parameter> parameters, Map<String, List<String>> profiles, List<ControlCheck> checks) {
    private static final Pattern WORD_END = Pattern.compile("[ _-]+");

    public ControlKind {
        parameters = new LinkedHashMap<>(parameters);
        profiles = new LinkedHashMap<>(profiles);
        checks = List.copyOf(checks);
    }

    /**
     * One rule of the template, or one for each key of a parameter.
     *
     * @param words the check in words: {@code $limit limit}
     * @param variable the placeholder for the key in {@code words}
     * @param each the parameter whose keys repeat it
     * @param when it only exists if the policy sets this parameter
     * @param keys what an exception from it may name
     */
    public record ControlCheck(
            String words,
            Optional<String> variable,
            Optional<String> each,
            Optional<String> when,
            List<ExceptionKey> keys) {
        public ControlCheck {
            keys = List.copyOf(keys);
        }

        /** The names of the checks that the arguments request. */
        public List<String> names(Map<String, Argument> arguments) {
            if (when.isPresent() && !asks(arguments, when.get())) {
                return List.of();
            }
            if (each.isEmpty() || variable.isEmpty()) {
                return List.of(nameOf(words));
            }
            List<String> names = new ArrayList<>();
            Optional.ofNullable(arguments.get(each.get())).ifPresent(argument -> argument.byKey()
                    .keySet()
                    .forEach(key -> names.add(nameOf(words.replace("$" + variable.get(), key)))));
            return names;
        }

        private static boolean asks(Map<String, Argument> arguments, String parameter) {
            return Optional.ofNullable(arguments.get(parameter))
                    .map(Argument::asks)
                    .orElse(false);
        }
    }

    /** The name of a check from its words: {@code memoryLimit} for {@code memory limit}. */
    public static String nameOf(String words) {
        StringBuilder name = new StringBuilder();
        for (String word : WORD_END.split(words)) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** The parameter that selects checks, if there is one. */
    public Optional<String> chooser() {
        return named(ParameterType.CHECKS);
    }

    /** The parameter for a profile, if there is one. */
    public Optional<String> profile() {
        return named(ParameterType.PROFILE);
    }

    private Optional<String> named(ParameterType type) {
        return parameters.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Parameter.Single single && single.type() == type)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
