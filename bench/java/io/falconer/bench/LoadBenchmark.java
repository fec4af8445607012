package io.falconer.bench;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Loading Falco's three official rule sets one after the other into one engine. Their files are read from the recorded
 * answers of the real Falco next to the project, or from the folder in the system property {@code falconer.rules}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {
    private static final Path FOLDER =
            Path.of(System.getProperty("falconer.rules", "../shared/conformance/upstream-load/rules"));

    private List<SourceFile> files = List.of();

    @Setup
    public void read() {
        files = Stream.of("falco_rules.yaml", "falco-incubating_rules.yaml", "falco-sandbox_rules.yaml")
                .map(LoadBenchmark::source)
                .toList();
    }

    @Benchmark
    public RuleSet officialRuleSets() {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        for (SourceFile file : files) {
            if (!loader.load(file).successful()) {
                throw new IllegalStateException(file + " does not load");
            }
        }
        return loader.ruleSet();
    }

    private static SourceFile source(String name) {
        try {
            return SourceFile.of(name, Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
