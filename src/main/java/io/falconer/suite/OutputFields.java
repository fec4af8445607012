package io.falconer.suite;

import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.Resolution;
import io.falconer.yaml.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that an alert's output may contain, for any source. */
final class OutputFields {
    private OutputFields() {}

    /** Whether an output may contain the field, written as in an output: {@code ka.verb}, {@code jevt.value[/stage]}. */
    static boolean has(String key) {
        if (key.indexOf('(') >= 0) {
            return true; // a transformer around a field, which has its own rules
        }
        int bracket = key.endsWith("]") ? key.indexOf('[') : -1;
        String name = bracket < 0 ? key : key.substring(0, bracket);
        Optional<String> argument =
                bracket < 0 ? Optional.empty() : Optional.of(key.substring(bracket + 1, key.length() - 1));
        return catalogues().anyMatch(c -> c.resolve(name, argument) instanceof Resolution.Found);
    }

    /** A hint: the most similar field. */
    static String hint(String key) {
        List<String> names = catalogues()
                .flatMap(c -> c.fields().stream())
                .map(Field::name)
                .distinct()
                .toList();
        return Nearest.to(key, names)
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElse("falconer fields lists them");
    }

    private static Stream<FieldCatalogue> catalogues() {
        return Arrays.stream(EventSource.values()).map(FieldCatalogue::of);
    }
}
