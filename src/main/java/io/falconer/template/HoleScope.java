package io.falconer.template;

import io.falconer.policy.ParameterType;
import java.util.Map;

/**
 * The holes that may be used at a place.
 *
 * @param types by name; the variable of {@code each} is a text
 * @param judged what the rule judges
 * @param container whether {@code $container} is available
 * @param item whether {@code $item} is available
 */
record HoleScope(Map<String, ParameterType> types, RuleSubject judged, boolean container, boolean item) {
    HoleScope {
        types = Map.copyOf(types);
    }
}
