package io.falconer.template;

import io.falconer.text.Location;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a template.
 *
 * @param check words that name the check, holes of type key included
 * @param each the rule is repeated for each key of a parameter
 * @param when the rule is only there if this parameter asks for something
 * @param name what the rule has seen; the policy's name goes before it
 * @param judged what it speaks about
 * @param caveats how exactly it says what its check means
 * @param examples what it must fire on and stay silent on
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
    /** {@code $variable} is each key of {@code parameter} in turn. */
    record Each(String variable, String parameter) {}
}
