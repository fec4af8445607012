package io.falconer.cli;

import io.falconer.cli.file.NewFiles;
import io.falconer.cli.file.OutputPath;
import io.falconer.generate.GeneratedFile;
import io.falconer.text.PrintableText;
import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code falconer init}: creates a repository to start with. */
@Command(
        name = "init",
        header = "Create a repository of policies, rules and tests.",
        description = {
            "Write a policy, the rules and tests that Falconer generates from it, a suite to extend, a workflow for"
                    + " GitHub Actions, and JSON Schemas for editors. All tests pass.",
            "",
            "Init never changes existing files. If the content of one differs from what init would write, init writes"
                    + " nothing."
        },
        footer = {"  falconer init falco-rules", "  cd falco-rules && falconer test"})
@Vetoed // not a bean: it gets its environment from Main
final class InitCommand extends FalconerCommand {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = OutputPath.HERE,
            description = "Output directory. Default: the current directory.")
    private String directory = OutputPath.HERE;

    InitCommand(Environment environment) {
        super(environment);
    }

    @Override
    ExitCode run(Console console) {
        Scaffold scaffold = Scaffold.of(LocalDate.now(environment().clock()));
        List<GeneratedFile> all = new ArrayList<>(scaffold.written());
        all.addAll(scaffold.generated());
        OutputPath root = outputPath(directory);
        List<GeneratedFile> written = new NewFiles(root).write(all);
        if (written.isEmpty()) {
            console.note("all files exist already: nothing to write");
            return ExitCode.HOLDS;
        }
        report(scaffold, written, root.isHere(), console);
        return ExitCode.HOLDS;
    }

    private void report(Scaffold scaffold, List<GeneratedFile> written, boolean here, Console console) {
        console.note(
                "wrote " + counted(written.size()) + (here ? " here" : " in " + PrintableText.shown(directory)) + ":");
        written.stream().filter(scaffold.written()::contains).forEach(file -> console.note("  " + file.path()));
        List<GeneratedFile> generated =
                written.stream().filter(scaffold.generated()::contains).toList();
        if (!generated.isEmpty()) {
            console.note("  and " + counted(generated.size()) + " generated from the policy, in rules/ and tests/");
        }
        generated.forEach(file -> console.detail("  " + file.path()));
        console.note("next:");
        if (!here) {
            console.note("  cd " + PrintableText.shown(quoted(directory)));
        }
        console.note("  falconer test");
        console.note("  falconer prove policies");
    }

    private static String counted(int files) {
        return files == 1 ? "1 file" : files + " files";
    }

    /** Quotes a name for a shell if it needs quotes. */
    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9._/@%+=:,~-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
