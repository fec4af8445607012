package io.falconer.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Gives picocli the values of options whose type does not list them. Completion offers these values, and help may list them.
 */
final class OptionChoices {
    private OptionChoices() {}

    /** Sets the values, by the option's longest name, in the command's options. The options keep their order. */
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
