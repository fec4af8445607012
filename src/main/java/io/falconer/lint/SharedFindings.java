package io.falconer.lint;

import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import io.falconer.text.Via;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Reports the findings of several rules about one place as one, because an error in a macro is one error. */
final class SharedFindings {
    /** What findings that are reported as one have in common. */
    private record Place(String code, String problem, Location location, Optional<String> hint) {}

    private SharedFindings() {}

    /** The findings, each named after its rule, or after the macro or list in which several rules have it. */
    static List<Diagnostic> of(List<RuleFinding> findings) {
        Map<Place, List<RuleFinding>> places = new LinkedHashMap<>();
        for (RuleFinding finding : findings) {
            Place place = new Place(
                    finding.code(), finding.problem(), finding.origin().location(), finding.hint());
            places.computeIfAbsent(place, p -> new ArrayList<>()).add(finding);
        }
        return places.entrySet().stream()
                .map(entry -> told(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Diagnostic told(Place place, List<RuleFinding> findings) {
        Set<String> rules = new LinkedHashSet<>();
        findings.forEach(finding -> rules.add(finding.rule().name()));
        List<List<Via>> ways =
                findings.stream().map(finding -> finding.origin().way()).toList();
        String subject = rules.size() == 1
                ? "rule \"" + rules.iterator().next() + "\""
                : subject(commonEnd(ways, SharedFindings::isSameName), rules.size());
        boolean isError = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new Diagnostic(
                isError ? Severity.ERROR : Severity.WARNING,
                place.code(),
                subject + ": " + place.problem(),
                Optional.of(place.location()),
                rules.size() == 1 ? ways.getFirst() : commonEnd(ways, Via::equals),
                place.hint());
    }

    /** The macro or list that brings the place into every rule. If there is none, a YAML anchor repeats a text. */
    private static String subject(List<Via> way, int rules) {
        return way.reversed().stream()
                .filter(step -> step.kind() == Via.Kind.MACRO || step.kind() == Via.Kind.LIST)
                .findFirst()
                .map(step -> step.kind().word() + " \"" + step.name() + "\", in " + rules + " rules")
                .orElse(rules + " rules");
    }

    private static boolean isSameName(Via one, Via other) {
        return one.kind() == other.kind() && one.name().equals(other.name());
    }

    /** The innermost steps that all ways share. */
    private static List<Via> commonEnd(List<List<Via>> ways, BiPredicate<Via, Via> isSame) {
        List<Via> common = ways.getFirst();
        for (List<Via> way : ways) {
            int shared = 0;
            while (shared < Math.min(common.size(), way.size())
                    && isSame.test(common.get(common.size() - 1 - shared), way.get(way.size() - 1 - shared))) {
                shared++;
            }
            common = common.subList(common.size() - shared, common.size());
        }
        return common;
    }
}
