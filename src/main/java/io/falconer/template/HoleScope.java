package io.falconer.template;

import java.util.Map;

/**
 * Which holes may stand at a place.
 *
 * @param types by name; the variable of {@code each} is a text
 * @param container whether {@code $container} is there
 */
record HoleScope(Map<String, HoleType> types, boolean container) {
    HoleScope {
        types = Map.copyOf(types);
    }
}
