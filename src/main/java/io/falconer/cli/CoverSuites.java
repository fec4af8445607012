package io.falconer.cli;

import io.falconer.cli.file.OutputPath;
import io.falconer.generate.GeneratedFile;
import io.falconer.ruleset.Emulation;
import io.falconer.suite.AssertedEvent;
import io.falconer.suite.FileRef;
import io.falconer.suite.ReferencedFiles;
import io.falconer.suite.RulesUnderTest;
import io.falconer.suite.Status;
import io.falconer.suite.Suite;
import io.falconer.suite.SuiteReader;
import io.falconer.suite.SuiteResult;
import io.falconer.suite.SuiteRunner;
import io.falconer.text.Outcome;
import io.falconer.text.PrintableText;
import io.falconer.text.Severity;
import io.falconer.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The suites of the same rules files that {@code cover} finds in its output directory, and which of them it may replace. */
final class CoverSuites {
    private static final String FILE_END = "_cover_test.yaml";
    private static final String NAME_END = "-cover";

    private final Environment environment;
    private final OutputPath root;
    private final Set<Path> loaded;
    private final SuiteRunner runner;
    private final List<Found> found = new ArrayList<>();

    private CoverSuites(Environment environment, OutputPath root, Emulation emulation, Set<Path> loaded) {
        this.environment = environment;
        this.root = root;
        this.loaded = loaded;
        this.runner = new SuiteRunner(
                emulation,
                (policy, wanted) -> Outcome.failed(List.of()),
                new ReferencedFiles(environment.directory()),
                () -> {});
    }

    /**
     * A suite of these rules files.
     *
     * @param isOwn whether {@code cover} wrote it, and it still has its names
     */
    private record Found(Suite suite, Path file, Outcome<SuiteResult> result, boolean isOwn) {
        /** Whether {@code cover} would write it otherwise now. */
        boolean isOutdated() {
            return isOwn
                    && result.value()
                            .filter(run -> run.tests().stream()
                                    .allMatch(test ->
                                            test.status() == Status.PASSED || test.status() == Status.UNRELIABLE))
                            .isEmpty();
        }
    }

    /**
     * The suites in a directory, and below it.
     *
     * @param inputs the rules files, which each suite must name
     * @param emulation the Falco that runs the suites
     */
    static CoverSuites in(
            OutputPath root, List<Input> inputs, Emulation emulation, Environment environment, Console console) {
        CoverSuites suites = new CoverSuites(
                environment,
                root,
                emulation,
                inputs.stream()
                        .map(input -> absolute(input.path().orElseThrow(), environment))
                        .collect(Collectors.toSet()));
        if (Files.isDirectory(root.path())) {
            new Inputs(environment)
                    .find(List.of(root.name()), Inputs.Kind.SUITES)
                    .forEach(input -> suites.add(input.text(environment), console));
        }
        return suites;
    }

    private void add(SourceFile source, Console console) {
        List<Suite> suites = console.loaded(SuiteReader.read(source));
        Path file = absolute(Path.of(source.name()), environment);
        boolean isMarked = GeneratedFile.isCover(source.text()) && suites.size() == 1;
        suites.stream()
                .filter(this::testsSameFiles)
                .forEach(suite ->
                        found.add(new Found(suite, file, runner.run(suite), isMarked && isNamed(suite, file))));
    }

    /** Whether a suite has the names that {@code cover} gave it. */
    private boolean isNamed(Suite suite, Path file) {
        return suite.name().endsWith(NAME_END)
                && file.equals(absolute(root.path(), environment)
                        .resolve(suite.name().substring(0, suite.name().length() - NAME_END.length()) + FILE_END));
    }

    private boolean testsSameFiles(Suite suite) {
        return suite.rules() instanceof RulesUnderTest.RulesFiles named
                && named.files().stream()
                        .map(FileRef::resolved)
                        .flatMap(file -> file.stream().map(path -> absolute(path, environment)))
                        .filter(Files::exists)
                        .collect(Collectors.toSet())
                        .equals(loaded);
    }

    private static Path absolute(Path path, Environment environment) {
        return environment.directory().resolve(path).toAbsolutePath().normalize();
    }

    /** The files below the directory that {@code cover} wrote, and whose tests do not pass or cannot run. */
    List<String> outdated() {
        return found.stream()
                .filter(Found::isOutdated)
                .map(each -> absolute(root.path(), environment)
                        .relativize(each.file())
                        .toString())
                .toList();
    }

    /** Warns of suites that do not count because they cannot run. */
    void warn(Console console) {
        found.stream()
                .filter(each -> !each.isOwn() && each.result().value().isEmpty())
                .forEach(each -> {
                    console.note(
                            PrintableText.shown(each.suite().location().source().name())
                                    + " does not count, because it cannot run:");
                    console.show(each.result().diagnostics().stream()
                            .map(problem -> problem.withSeverity(Severity.WARNING))
                            .toList());
                });
    }

    /** The events of all tests of these rules files that pass. */
    List<AssertedEvent> events() {
        return events(found);
    }

    /** The events of the tests in suites that are not replaced. */
    List<AssertedEvent> keptEvents() {
        return events(found.stream().filter(each -> !each.isOwn()).toList());
    }

    private List<AssertedEvent> events(List<Found> suites) {
        ReferencedFiles files = new ReferencedFiles(environment.directory());
        return suites.stream()
                .flatMap(each -> each.result().value().stream())
                .flatMap(result -> AssertedEvent.of(result, files).stream())
                .toList();
    }

    /** The rules of suites that are replaced. The new suites must have tests of them too. */
    Set<String> replacedRules() {
        return found.stream()
                .filter(Found::isOwn)
                .flatMap(each -> each.suite().namedRules())
                .collect(Collectors.toSet());
    }

    /** A suite to write: its file below the directory, and its name. */
    record Name(String file, String suite) {}

    /** A name for the suite of each rules file: of a file that is not there, or that is replaced. */
    List<Name> names(List<String> rulesFiles) {
        Set<String> taken = new HashSet<>();
        return rulesFiles.stream().map(file -> name(file, taken)).toList();
    }

    private Name name(String rulesFile, Set<String> taken) {
        String stem = rulesFile.substring(rulesFile.lastIndexOf('/') + 1).replaceAll("\\.ya?ml(\\.gz)?$", "");
        String unique = stem;
        for (int i = 2; !isReplaceable(unique + FILE_END) || !taken.add(unique); i++) {
            unique = stem + "_" + i;
        }
        return new Name(unique + FILE_END, unique + NAME_END);
    }

    private boolean isReplaceable(String path) {
        Path file = absolute(root.path(), environment).resolve(path);
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                || found.stream().anyMatch(each -> each.isOwn() && each.file().equals(file));
    }
}
