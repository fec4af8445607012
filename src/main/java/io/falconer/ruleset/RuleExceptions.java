package io.falconer.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exceptions of a rule, which later items extend (section 4.4). */
final class RuleExceptions {
    private final List<ExceptionDef> all = new ArrayList<>();

    /** If several have the same name, the first is extended. */
    private final Map<String, Integer> places = new HashMap<>();

    RuleExceptions(List<ExceptionDef> exceptions) {
        exceptions.forEach(this::add);
    }

    private void add(ExceptionDef exception) {
        places.putIfAbsent(exception.name(), all.size());
        all.add(exception);
    }

    List<ExceptionDef> all() {
        return List.copyOf(all);
    }

    /**
     * Appends all or, if one of them fails, none.
     *
     * @param check whether what they add is valid
     */
    void append(List<ExceptionDef> more, ExceptionCheck check) {
        Map<String, ExceptionDef> changed = new LinkedHashMap<>();
        for (ExceptionDef exception : more) {
            Optional<ExceptionDef> old = Optional.ofNullable(changed.get(exception.name()))
                    .or(() -> Optional.ofNullable(places.get(exception.name())).map(all::get));
            changed.put(exception.name(), old.isPresent() ? extended(old.get(), exception) : added(exception, check));
        }
        changed.forEach((name, exception) -> Optional.ofNullable(places.get(name))
                .ifPresentOrElse(place -> all.set(place, exception), () -> add(exception)));
    }

    private static ExceptionDef extended(ExceptionDef old, ExceptionDef more) {
        if (more.fields().given()) {
            throw LoadFailure.invalid(
                    "Can not append exception fields to existing exception, only values", more.context());
        }
        if (more.comps().given()) {
            throw LoadFailure.invalid(
                    "Can not append exception comps to existing exception, only values", more.context());
        }
        return old.withValues(more.values());
    }

    private static ExceptionDef added(ExceptionDef exception, ExceptionCheck check) {
        if (!exception.fields().given()) {
            throw LoadFailure.invalid(
                    "Rule exception must have fields property with a list of fields", exception.context());
        }
        if (exception.values().isEmpty()) {
            throw LoadFailure.invalid(
                    "Rule exception must have values property with a list of values", exception.context());
        }
        return check.checked(exception);
    }
}
