package io.falconer.template;

import io.falconer.policy.ParameterType;
import java.util.Map;

/**
 * Which holes may stand at a place.
 *
 * @param types by name; the variable of {@code each} is a text
 * @param judged what the rule judges
 * @param container whether {@code $container} is there
 * @param item whether {@code $item} is there
 */
record HoleScope(Map<String, ParameterType> types, RuleSubject judged, boolean container, boolean item) {
    HoleScope {
        types = Map.copyOf(types);
    }
}
