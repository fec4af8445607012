package io.falconer.lint;

import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.Diagnostic;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is wrong with rules that Falco loads without a word; {@code docs/findings.md} lists the codes. */
public final class Findings {
    private static final List<Function<Rule, List<Diagnostic>>> KINDS = List.of(
            AbsentFieldClauses::of,
            OppositeClauses::of,
            TypographicQuotes::of,
            EmptyFields::of,
            ImageWithoutTag::of,
            AcceptWithoutAccept4::of,
            HostProcesses::of,
            AbsentFieldInequalities::of);

    /** So many findings of one kind about one rule say enough; each is looked up in the file. */
    static final int MOST = 20;

    private Findings() {}

    /** The findings about rules of a source, each at the rule or at the clause it speaks of. */
    public static List<Diagnostic> of(RuleSet rules) {
        return rules.rules().stream()
                .flatMap(Findings::of)
                .distinct()
                .sorted(Diagnostic.ORDER)
                .toList();
    }

    private static Stream<Diagnostic> of(Rule rule) {
        return KINDS.stream().flatMap(kind -> kind.apply(rule).stream());
    }
}
