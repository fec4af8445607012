package io.falconer.cli;

import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RuleSet;
import io.falconer.yaml.Nearest;
import java.util.List;

/** The rules that {@code --rule} chooses. */
final class WantedRules {
    private WantedRules() {}

    /** Refuses names that no loaded rule has. */
    static void require(List<String> names, RuleSet loaded, FalconerCommand command) {
        List<String> known = loaded.rules().stream().map(Rule::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw command.usage(
                        "there is no rule \"" + name + "\"",
                        Nearest.to(name, known)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse(known.size() == 1 ? "1 rule is loaded" : known.size() + " rules are loaded"));
            }
        }
    }
}
