package io.falconer.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Tells picocli which values options take whose type does not say so; completion offers them, help may list them. */
final class OptionChoices {
    private OptionChoices() {}

    /** Puts the values, by the option's longest name, into the command's options. Their order stays. */
    static void apply(CommandSpec spec, Map<String, List<String>> choices) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            List<String> values = choices.getOrDefault(option.longestName(), List.of());
            spec.remove(option);
            spec.addOption(
                    values.isEmpty()
                            ? option
                            : OptionSpec.builder(option)
                                    .completionCandidates(values)
                                    .build());
        }
    }
}
