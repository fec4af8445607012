package io.falconer.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falconer.coverage.Obligation;
import io.falconer.coverage.RuleParts;
import io.falconer.report.HtmlEntry.Tone;
import io.falconer.report.RuleTable.Wording;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.Rule;
import io.falconer.suite.MutantResult;
import io.falconer.suite.Observation;
import io.falconer.suite.PolicyProof;
import io.falconer.suite.Results;
import io.falconer.suite.RuleCoverage;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.suite.RuleProof;
import io.falconer.suite.RuleProof.Verdict;
import io.falconer.suite.Status;
import io.falconer.suite.SuiteResult;
import io.falconer.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Results as a page for people: the rules of policies and of suites with what their tests show, and the tests. The page is one
 * file, which loads nothing.
 */
public final class HtmlReport implements Report {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String of(Results results) {
        List<HtmlPage.Group> groups = new ArrayList<>();
        results.policies().forEach(policy -> groups.add(policy(policy)));
        Set<String> proved = results.proofs().stream().map(RuleProof::rule).collect(Collectors.toSet());
        for (SuiteResult suite : results.suites()) {
            List<HtmlEntry> rules = rules(suite, proved, results);
            if (!rules.isEmpty()) {
                groups.add(new HtmlPage.Group("Rules of suite " + suite.suite().name(), Optional.empty(), rules));
            }
        }
        for (Section section : Sections.of(results)) {
            if (section.kind() != Section.Kind.POLICY) {
                groups.add(tests(section));
            }
        }
        return new HtmlPage(
                        "Falconer: " + (results.hold() ? "passed" : "failed"),
                        results.hold() ? Tone.GOOD : Tone.BAD,
                        Summary.of(results).stream().map(HtmlReport::total).toList(),
                        groups)
                .text();
    }

    private static Html total(Summary.Line line) {
        Tone tone =
                switch (line.tone()) {
                    case GOOD -> Tone.GOOD;
                    case INCOMPLETE -> Tone.INCOMPLETE;
                    case BAD -> Tone.BAD;
                };
        return Html.styled("li", tone.type(), Html.text(line.toString()));
    }

    private static HtmlPage.Group policy(PolicyProof policy) {
        return new HtmlPage.Group(
                "Policy " + policy.policy(),
                Optional.of(policy.path()),
                policy.rules().stream()
                        .map(rule -> rule(rule, Optional.empty(), Wording.PROOF, List.of()))
                        .toList());
    }

    /** @param shown the rules of policies, whose entries contain what the suites show */
    private static List<HtmlEntry> rules(SuiteResult suite, Set<String> shown, Results results) {
        return IntStream.range(0, suite.rules().size())
                .filter(i -> !shown.contains(suite.rules().get(i).rule()))
                .mapToObj(i -> rule(
                        suite.rules().get(i),
                        suite.loaded().rules().get(i),
                        suite.loaded().falco(),
                        results))
                .toList();
    }

    private static HtmlEntry rule(RuleProof proof, Rule rule, Falco falco, Results results) {
        List<Html> measured = new ArrayList<>();
        results.coverage().stream()
                .flatMap(coverage -> coverage.parts().stream())
                .filter(parts -> parts.rule().name().equals(rule.name()))
                .filter(parts -> isOf(rule, falco, parts))
                .findFirst()
                .ifPresent(parts -> measured.add(HtmlCoverage.parts(parts)));
        List<MutantResult> mutants = results.mutation().stream()
                .flatMap(mutation -> mutation.mutants().stream())
                .filter(each -> isSame(each.mutant().rule(), rule))
                .toList();
        if (!mutants.isEmpty()) {
            measured.add(HtmlCoverage.mutants(mutants));
        }
        return rule(proof, Optional.of(rule), Wording.TEST, measured);
    }

    /** The measurements have loaded the rule by themselves. */
    private static boolean isSame(Rule one, Rule other) {
        return one.name().equals(other.name())
                && one.place().toString().equals(other.place().toString());
    }

    /** Rules of policies have the place of their policy, and several suites may have rules of one name. */
    private static boolean isOf(Rule rule, Falco falco, RuleCoverage parts) {
        Set<String> known = RuleParts.of(rule, falco).obligations().stream()
                .map(Obligation::key)
                .collect(Collectors.toSet());
        return parts.counts().stream().map(count -> count.obligation().key()).allMatch(known::contains);
    }

    /** @param measured what the tests show of its parts */
    private static HtmlEntry rule(RuleProof proof, Optional<Rule> rule, Wording wording, List<Html> measured) {
        List<Html> content = new ArrayList<>();
        rule.ifPresent(loaded -> content.addAll(definition(loaded)));
        proof.reasons().forEach(reason -> content.add(Html.element("p", Html.text("Undecided because " + reason))));
        proof.counterexamples().forEach(shown -> content.add(counterexample(shown)));
        proof.unreliable().forEach(field -> content.add(Html.element("p", Html.text(field.message()))));
        content.addAll(measured);
        if (!proof.observations().isEmpty()) {
            content.add(observations(proof.observations()));
        }
        return new HtmlEntry(
                "rule " + proof.rule(),
                proof.rule(),
                wording.of(proof.verdict()).toLowerCase(Locale.ROOT),
                tone(proof.verdict(), wording),
                counts(proof),
                rule.map(Rule::tags).orElse(List.of()),
                content);
    }

    private static Tone tone(Verdict verdict, Wording wording) {
        return switch (verdict) {
            case FAILED, UNRELIABLE, REFUTED -> Tone.BAD;
            case UNTESTED -> wording == Wording.PROOF ? Tone.BAD : Tone.INCOMPLETE;
            case UNDECIDED -> Tone.INCOMPLETE;
            case ANNOUNCED, PROVED, TESTED -> Tone.GOOD;
        };
    }

    private static String counts(RuleProof proof) {
        return count("must fire", proof.expected(true)) + ", " + count("must stay silent", proof.expected(false));
    }

    private static String count(String words, List<Observation> expected) {
        return words + ": " + (expected.isEmpty() ? "no event" : RuleTable.share(expected));
    }

    private static List<Html> definition(Rule rule) {
        return List.of(
                Html.element("p", Html.text(rule.description())),
                Html.styled(
                        "p",
                        "note",
                        Html.text(rule.priority().title() + ", " + rule.source().id() + ", " + rule.place())));
    }

    private static Html counterexample(Counterexample shown) {
        String words = shown.explained();
        return Html.joined(List.of(
                Html.element("p", Html.text(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ":")),
                code(pretty(shown.event()))));
    }

    private static String pretty(String json) {
        try {
            return JSON.readTree(json).toPrettyString();
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("an event is not JSON: " + json, notJson);
        }
    }

    /** Lines that readers can scroll by keyboard too. */
    static Html code(String lines) {
        return Html.element("pre", Html.attributes("tabindex", "0"), List.of(Html.lines(lines)));
    }

    private static Html observations(List<Observation> observations) {
        List<Html> rows = new ArrayList<>();
        for (Observation each : observations) {
            String place = each.place().map(Location::toString).orElse("");
            rows.add(Html.element(
                    "tr",
                    Html.element("td", Html.text(each.subject())),
                    Html.element("td", Html.text(each.mustFire() ? "fire" : "stay silent")),
                    Html.styled(
                            "td",
                            each.holds() ? Tone.GOOD.type() : Tone.BAD.type(),
                            Html.text(each.fired() ? "fires" : "stays silent")),
                    Html.styled("td", "note", Html.text(place))));
        }
        Html head = Html.element(
                "thead", Html.element("tr", heading("Event"), heading("Must"), heading("Result"), heading("Test")));
        Html table = Html.element("table", head, Html.element("tbody", Html.attributes(), rows));
        return Html.element("div", Html.attributes("class", "wide", "tabindex", "0"), List.of(table));
    }

    private static Html heading(String text) {
        return Html.element("th", Html.attributes("scope", "col"), List.of(Html.text(text)));
    }

    private static HtmlPage.Group tests(Section section) {
        String kind = section.kind().word();
        String heading = section.kind() == Section.Kind.SUITE
                ? "Tests of suite " + section.name()
                : section.name().startsWith(kind) ? section.name() : kind + " " + section.name();
        return new HtmlPage.Group(
                heading.substring(0, 1).toUpperCase(Locale.ROOT) + heading.substring(1),
                Optional.of(section.path()).filter(path -> !path.isEmpty()),
                section.cases().stream().map(HtmlReport::test).toList());
    }

    private static HtmlEntry test(ReportedCase reported) {
        List<Html> content = new ArrayList<>();
        reported.place().ifPresent(place -> content.add(Html.styled("p", "note", Html.text(place.toString()))));
        reported.skip().ifPresent(why -> content.add(Html.element("p", Html.text("Skipped: " + why))));
        if (!reported.problems().isEmpty()) {
            content.add(code(ReportedCase.text(reported.problems())));
        }
        Tone tone =
                switch (reported.status()) {
                    case PASSED -> Tone.GOOD;
                    case SKIPPED -> Tone.INCOMPLETE;
                    case FAILED, UNRELIABLE, ERROR -> Tone.BAD;
                };
        String word =
                reported.status() == Status.ERROR ? "error" : reported.status().word();
        return new HtmlEntry("test " + reported.name(), reported.name(), word, tone, "", List.of(), content);
    }
}
