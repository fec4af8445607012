package io.falconer.suite;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words for the constants of an enum, in their order: their names in lower case. */
final class EnumWords {
    private EnumWords() {}

    static <T extends Enum<T>> Map<String, T> of(List<T> constants) {
        Map<String, T> choices = new LinkedHashMap<>();
        constants.forEach(c -> choices.put(c.name().toLowerCase(Locale.ROOT), c));
        return Collections.unmodifiableMap(choices);
    }
}
