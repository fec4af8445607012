package io.falconer.cli;

import io.falconer.engine.RuleMatching;
import io.falconer.ruleset.Priority;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The settings of Falco that decide which rules give alerts. */
final class MatchingOptions {
    @Option(
            names = "--rule-matching",
            paramLabel = "WHICH",
            defaultValue = "first",
            description =
                    "first (the default of Falco too): one alert for each event; all: one for each rule that matches.")
    private RuleMatching matching = RuleMatching.FIRST;

    @Option(
            names = "--priority",
            paramLabel = "P",
            defaultValue = "debug",
            description = "Minimum priority to report. Default: debug.")
    private String priority = "debug";

    RuleMatching matching() {
        return matching;
    }

    /** The minimum priority. */
    Priority minimum(FalconerCommand command) {
        return Priority.of(priority)
                .orElseThrow(() -> command.usage(
                        "unknown priority \"" + priority + "\"",
                        "priorities: emergency, alert, critical, error, warning, notice, informational, debug"));
    }

    /** The choices of a command with the values of these options. */
    static Map<String, List<String>> choices(Map<String, List<String>> others) {
        Map<String, List<String>> choices = new HashMap<>(others);
        choices.put(
                "--priority",
                Stream.of(Priority.values())
                        .map(p -> p.name().toLowerCase(Locale.ROOT))
                        .toList());
        choices.put("--rule-matching", List.of("first", "all"));
        return choices;
    }
}
