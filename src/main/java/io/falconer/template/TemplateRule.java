package io.falconer.template;

import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a template.
 *
 * @param check words that name the check, holes of type key included
 * @param each the rule is repeated for each key of a parameter
 * @param when the rule only exists if the policy sets this parameter
 * @param name what the rule has seen; the policy's name goes before it
 * @param judged what it judges
 * @param caveats how exactly it expresses its check
 * @param examples what must fire it and what must not
 */
record TemplateRule(
        String check,
        Optional<Each> each,
        Optional<String> when,
        String name,
        String desc,
        ConditionText condition,
        String output,
        List<String> tags,
        RuleSubject judged,
        Examples examples,
        List<Caveat> caveats,
        Location place) {
    /** {@code $variable} stands for each key of {@code parameter} in turn. */
    record Each(String variable, String parameter) {}
}
