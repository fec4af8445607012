package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.template.Templates;
import io.falconer.text.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The available rule templates. */
final class TemplateOptions {
    @Option(
            order = 72,
            names = "--templates",
            paramLabel = "DIR",
            description = "Directory of rule templates that replace or extend Falconer's own. Repeatable.")
    private List<String> templates = List.of();

    /** Whether the user names directories of templates. */
    boolean areNamed() {
        return !templates.isEmpty();
    }

    /** Falconer's own templates and those in the directories that the user names. */
    Templates read(Environment environment, Console console) {
        Templates all = Templates.builtIn();
        for (String directory : templates) {
            Path path = environment
                    .path(directory)
                    .orElseThrow(() -> new UnloadableException(Diagnostic.fileError(
                            "unreadable", "cannot read \"" + directory + "\": this is not a path")));
            all = console.loaded(all.withDirectory(directory, path));
        }
        return all;
    }
}
