package io.falconer.lint;

import io.falconer.ruleset.LoadedFile;
import io.falconer.ruleset.LoadedRules;
import io.falconer.ruleset.Rule;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Problems in rules that Falco loads silently. {@code docs/findings.md} lists the codes. */
public final class Findings {
    /** The codes that comments can disable. */
    public static final Set<String> CODES = Set.of(
            "accept-without-accept4",
            "always-fires",
            "any-ancestor",
            "dead-rule",
            "defined-twice",
            "directory-slash",
            "duplicate-key",
            "empty-field",
            "enter-event",
            "escaped-blank",
            "exception-inside-another",
            "exception-without-effect",
            "exec-by-get",
            "first-network-only",
            "host-processes",
            "http-verb",
            "ignored-key",
            "image-without-tag",
            "impossible-clause",
            "long-name",
            "mixed-and-or",
            "number-out-of-range",
            "open-without-openat",
            "redundant-clause",
            "redundant-item",
            "repository-with-tag",
            "resource-name",
            "same-condition",
            "shadowed-rule",
            "star-without-glob",
            "text-as-number",
            "tilde-path",
            "typographic-quotes",
            "unknown-escapes",
            "unknown-list",
            "unreliable-field",
            "unset-on-listen",
            "vacuous-clause");

    /** Those among them that need a proof. */
    static final Set<String> PROVED = Set.of(
            "always-fires",
            "dead-rule",
            "exception-inside-another",
            "exception-without-effect",
            "redundant-clause",
            "redundant-item",
            "same-condition",
            "shadowed-rule");

    /** Those about clauses that are always or never true. */
    private static final Set<String> CONSTANT = Set.of("impossible-clause", "vacuous-clause");

    private static final List<Function<Rule, List<RuleFinding>>> OF_RULES = List.of(
            AbsentFieldClauses::of,
            OppositeClauses::of,
            TypographicQuotes::of,
            EmptyFields::of,
            ImageWithoutTag::of,
            RepositoryWithTag::of,
            AcceptWithoutAccept4::of,
            OpenWithoutOpenat::of,
            EnterEvents::of,
            ListenFields::of,
            FirstNetwork::of,
            HostProcesses::of,
            AbsentFieldInequalities::of,
            MixedOperators::of,
            TextAsNumber::of,
            LongNames::of,
            NumberOutOfRange::of,
            EscapedBlanks::of,
            AnyAncestor::of,
            StarWithoutGlob::of,
            DirectorySlash::of,
            TildePaths::of,
            HttpVerbs::of,
            ResourceNames::of,
            ExecByGet::of);

    private static final List<Function<LoadedFile, List<Diagnostic>>> OF_FILES =
            List.of(DuplicateKeys::of, DefinedTwice::of, IgnoredKeys::of);

    /** This many findings of one kind about one rule are enough. Each place is looked up in the file. */
    static final int MOST = 20;

    private Findings() {}

    /** Whether findings of this kind take a proof. */
    public static boolean takesProof(String kind) {
        return PROVED.contains(kind);
    }

    /** The findings about all files. */
    public static List<Diagnostic> of(LoadedRules rules) {
        return of(rules, file -> false);
    }

    /**
     * The findings about rules and the items of their files, each at its clause, key or item.
     *
     * @param isBase which files are only the base of others; findings with a place in them are left out
     */
    public static List<Diagnostic> of(LoadedRules rules, Predicate<SourceFile> isBase) {
        return of(rules, isBase, List.of(), false, KnownFindings.NONE);
    }

    /**
     * The same with findings that were proved elsewhere.
     *
     * @param complete whether all was decided that takes a proof
     * @param found those of another load of the same files
     */
    public static List<Diagnostic> of(
            LoadedRules rules,
            Predicate<SourceFile> isBase,
            List<RuleFinding> proved,
            boolean complete,
            KnownFindings found) {
        DisableComments disabled = new DisableComments(rules, complete ? CODES : unproved());
        List<RuleFinding> known = ofRules(rules, found).toList();
        List<RuleFinding> ofRules = Stream.concat(
                        known.stream(), proved.stream().filter(finding -> !isExplained(finding, known)))
                .filter(finding -> !disabled.cover(finding)
                        && !isBase.test(finding.origin().location().source()))
                .toList();
        List<Diagnostic> all = new ArrayList<>(SharedFindings.of(ofRules));
        rules.files().stream()
                .filter(file -> !isBase.test(file.source()))
                .flatMap(file -> OF_FILES.stream().flatMap(check -> check.apply(file).stream()))
                .filter(finding -> !disabled.cover(finding))
                .forEach(all::add);
        all.addAll(disabled.problems(isBase));
        return all.stream().distinct().sorted(Diagnostic.ORDER).toList();
    }

    /** The findings about one rule, without those that take a proof or depend on other items, each at its clause. */
    public static List<RuleFinding> of(Rule rule) {
        return OF_RULES.stream().flatMap(check -> check.apply(rule).stream()).toList();
    }

    /** The same with those about names of lists. */
    static List<RuleFinding> of(Rule rule, UnknownLists lists) {
        return Stream.concat(of(rule).stream(), lists.of(rule).stream()).toList();
    }

    /** Whether another finding already says why a rule never fires or a part of it makes no difference. */
    private static boolean isExplained(RuleFinding proved, List<RuleFinding> known) {
        return switch (proved.code()) {
            case "dead-rule" ->
                known.stream()
                        .anyMatch(finding -> finding.code().equals("impossible-clause")
                                && finding.rule().equals(proved.rule()));
            case "redundant-clause", "redundant-item" ->
                known.stream()
                        .anyMatch(finding -> (finding.severity() == Severity.ERROR || CONSTANT.contains(finding.code()))
                                && overlap(finding, proved));
            default -> false;
        };
    }

    private static boolean overlap(RuleFinding one, RuleFinding other) {
        Location place = one.origin().location();
        Location second = other.origin().location();
        return place.source().equals(second.source())
                && place.span().start() < second.span().end()
                && second.span().start() < place.span().end();
    }

    private static Set<String> unproved() {
        return CODES.stream().filter(code -> !PROVED.contains(code)).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<RuleFinding> ofRules(LoadedRules rules, KnownFindings found) {
        UnknownLists lists = UnknownLists.in(rules);
        List<Function<Rule, List<RuleFinding>>> checks = List.of(
                rule -> found.of(rule, rules, lists),
                rule -> UnreliableFields.in(rule, rules.rules().falco()));
        return rules.rules().rules().stream()
                .flatMap(rule -> checks.stream().flatMap(check -> check.apply(rule).stream()));
    }
}
