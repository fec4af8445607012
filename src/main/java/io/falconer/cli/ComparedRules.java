package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.generate.Bundle;
import io.falconer.generate.PolicyFiles;
import io.falconer.policy.PolicyReader;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import io.falconer.yaml.RulesYaml;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The rules that an argument of {@code diff} names: files, directories, policies, or the same in a revision of Git. In a
 * directory, only files with rules count; if there are none, policies do.
 */
final class ComparedRules {
    private static final String REVISION = "git:";
    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");
    private static final Pattern RULES = Pattern.compile(
            "(?m)^\\s*-?\\s*\"?(rule|macro|list|required_engine_version|required_plugin_versions)\"?\\s*:");
    private static final Pattern POLICY =
            Pattern.compile("(?m)^\\s*\"?kind\"?\\s*:\\s*[\"']?" + PolicyReader.KIND + "[\"']?\\s*(#.*)?$");

    private final Environment environment;
    private final Supplier<PolicyFiles> generator;

    /** @param generator generates the rules of policies */
    ComparedRules(Environment environment, Supplier<PolicyFiles> generator) {
        this.environment = environment;
        this.generator = generator;
    }

    /** The rules, which must load. */
    LoadedRules of(String argument, Emulation emulation) {
        List<SourceFile> texts =
                argument.startsWith(REVISION) ? ofRevision(argument.substring(REVISION.length())) : ofFiles(argument);
        LoadedRules loaded = LoadedRules.of(rules(argument, texts).stream(), emulation, DefinitionFinder.NOWHERE);
        List<Diagnostic> problems = loaded.results().stream()
                .filter(result -> !result.successful())
                .flatMap(result -> result.problems().stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new UnloadableException(problems);
        }
        return loaded;
    }

    private List<SourceFile> ofFiles(String argument) {
        boolean isDirectory =
                environment.path(argument).filter(Files::isDirectory).isPresent();
        List<SourceFile> texts = new Inputs(environment)
                .find(List.of(argument), Inputs.Kind.RULES).stream()
                        .map(input -> input.rules(environment))
                        .toList();
        return isDirectory ? relevant(texts) : texts;
    }

    private List<SourceFile> ofRevision(String argument) {
        int colon = argument.indexOf(':');
        String revision = colon < 0 ? argument : argument.substring(0, colon);
        String path = colon < 0 || colon == argument.length() - 1 ? "." : argument.substring(colon + 1);
        GitFiles git = new GitFiles(environment.directory(), revision);
        List<Path> files = git.below(path).stream()
                .filter(file -> YAML.matcher(file.toString()).matches())
                .filter(file -> !file.toString().matches(".*_test\\.[^.]+"))
                .sorted(Inputs::filesFirst)
                .toList();
        List<SourceFile> texts = files.stream()
                .map(file -> read(REVISION + revision + ":" + file, git.content(file)))
                .toList();
        boolean isFile =
                files.size() == 1 && files.getFirst().equals(Path.of(path).normalize());
        return isFile ? texts : relevant(texts);
    }

    private static SourceFile read(String name, byte[] content) {
        Outcome<SourceFile> read = TextFile.read(name, () -> new ByteArrayInputStream(content), RulesYaml::decode);
        return read.value().orElseThrow(() -> new UnloadableException(read.diagnostics()));
    }

    private static List<SourceFile> relevant(List<SourceFile> texts) {
        List<SourceFile> rules = texts.stream()
                .filter(text -> RULES.matcher(text.text()).find())
                .filter(text -> !isPolicy(text))
                .toList();
        return rules.isEmpty() ? texts.stream().filter(ComparedRules::isPolicy).toList() : rules;
    }

    private static boolean isPolicy(SourceFile text) {
        return POLICY.matcher(text.text()).find();
    }

    /** The rules files among texts, and those of the policies among them. */
    private List<SourceFile> rules(String argument, List<SourceFile> texts) {
        if (texts.isEmpty()) {
            throw new UnloadableException(
                    Diagnostic.fileError("unreadable", "cannot read " + argument + ": it has no rules and no policy"));
        }
        List<SourceFile> rules = new ArrayList<>();
        for (SourceFile text : texts) {
            if (isPolicy(text)) {
                Outcome<List<Bundle>> bundles = generator.get().bundles(List.of(text));
                bundles.value()
                        .orElseThrow(() -> new UnloadableException(bundles.diagnostics()))
                        .forEach(bundle -> bundle.rulesFiles()
                                .forEach(file -> rules.add(SourceFile.of(file.path(), file.text()))));
            } else {
                rules.add(text);
            }
        }
        return rules;
    }
}
