package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.engine.RulesInForce;
import io.falconer.generate.Bundle;
import io.falconer.generate.LoadedBundles;
import io.falconer.generate.PolicyFiles;
import io.falconer.policy.PolicyReader;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.EmbeddedRules;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.Diagnostic;
import io.falconer.text.Outcome;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import io.falconer.yaml.RulesYaml;
import io.falconer.yaml.YamlNode;
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
    private static final List<String> KEYS =
            List.of("rule", "macro", "list", "required_engine_version", "required_plugin_versions");
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
        LoadedRules loaded =
                LoadedRules.of(rules(argument, texts, emulation).stream(), emulation, DefinitionFinder.NOWHERE);
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
        int colon = argument.indexOf(':', argument.lastIndexOf('}') + 1); // a revision may contain {...}
        String revision = colon < 0 ? argument : argument.substring(0, colon);
        String path = colon < 0 || colon == argument.length() - 1 ? "." : argument.substring(colon + 1);
        GitFiles git = new GitFiles(environment.directory(), revision);
        List<Path> all = git.below(path);
        if (all.isEmpty()) {
            throw new UnloadableException(Diagnostic.fileError(
                            "unreadable", "cannot read git:" + argument + ": " + revision + " has no " + path + " here")
                    .withHint("paths are relative to the current directory"));
        }
        List<Path> files = all.stream()
                .filter(file -> YAML.matcher(file.toString()).matches())
                .sorted(DirectorySearch::filesFirst)
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
        List<SourceFile> rules = texts.stream().filter(ComparedRules::hasRules).toList();
        return rules.isEmpty() ? texts.stream().filter(ComparedRules::isPolicy).toList() : rules;
    }

    /** Whether a file contains rules, or what rules need, or Kubernetes resources that do. A file that is not YAML may. */
    private static boolean hasRules(SourceFile text) {
        boolean isEmbedded =
                EmbeddedRules.in(text).stream().anyMatch(part -> !part.source().equals(text));
        return isEmbedded
                || switch (RulesYaml.read(text)) {
                    case RulesYaml.Reading.Documents documents ->
                        documents.nodes().stream().anyMatch(ComparedRules::hasRules);
                    case RulesYaml.Reading.Refused refused -> !isPolicy(text);
                };
    }

    private static boolean hasRules(YamlNode node) {
        return node instanceof YamlNode.Sequence items
                && items.items().stream()
                        .anyMatch(item -> item instanceof YamlNode.Mapping mapping
                                && KEYS.stream()
                                        .anyMatch(key -> mapping.get(key).isPresent()));
    }

    private static boolean isPolicy(SourceFile text) {
        return POLICY.matcher(text.text()).find();
    }

    /** A policy may name plugins that cannot run its rules. */
    private static void requireLoading(Bundle bundle, Emulation emulation) {
        Outcome<RulesInForce> loaded = new LoadedBundles(emulation, List.of(bundle)).load(bundle);
        if (loaded.value().isEmpty()) {
            throw new UnloadableException(loaded.diagnostics());
        }
    }

    /** The rules files among texts, and those of the policies among them. */
    private List<SourceFile> rules(String argument, List<SourceFile> texts, Emulation emulation) {
        if (texts.isEmpty()) {
            throw new UnloadableException(
                    Diagnostic.fileError("unreadable", "cannot read " + argument + ": it has no rules and no policy"));
        }
        List<SourceFile> rules = new ArrayList<>();
        for (SourceFile text : texts) {
            if (isPolicy(text)) {
                Outcome<List<Bundle>> bundles = generator.get().bundles(List.of(text));
                for (Bundle bundle :
                        bundles.value().orElseThrow(() -> new UnloadableException(bundles.diagnostics()))) {
                    requireLoading(bundle, emulation);
                    bundle.rulesFiles().forEach(file -> rules.add(SourceFile.of(file.path(), file.text())));
                }
            } else {
                rules.add(text);
            }
        }
        return rules;
    }
}
