package io.falconer.generate;

import io.falconer.engine.RulesInForce;
import io.falconer.policy.Policy;
import io.falconer.ruleset.Emulation;
import io.falconer.template.Templates;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Rules of policies from Falconer's own templates, long before any exception expires. */
public final class BuiltInRules {
    private BuiltInRules() {}

    public static Outcome<RulesInForce> of(SourceFile file, Predicate<Policy> wanted) {
        return new LoadedBundles(Emulation.DEFAULT, List.of())
                .load(file, wanted, new PolicyFiles(Templates.builtIn(), LocalDate.EPOCH));
    }
}
