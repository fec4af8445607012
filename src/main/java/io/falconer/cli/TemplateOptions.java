package io.falconer.cli;

import io.falconer.template.Templates;
import java.util.List;
import picocli.CommandLine.Option;

/** Which rule templates are at hand. */
final class TemplateOptions {
    @Option(
            order = 72,
            names = "--templates",
            paramLabel = "DIR",
            description = "Rule templates that replace or add to Falconer's own. Repeatable.")
    private List<String> templates = List.of();

    /** Whether the user names directories of templates. */
    boolean areNamed() {
        return !templates.isEmpty();
    }

    /** Falconer's own templates and those of the directories that the user names. */
    Templates read(Environment environment, Console console) {
        Templates all = Templates.builtIn();
        for (String directory : templates) {
            all = console.loaded(
                    all.withDirectory(directory, environment.directory().resolve(directory)));
        }
        return all;
    }
}
