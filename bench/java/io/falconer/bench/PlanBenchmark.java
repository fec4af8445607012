package io.falconer.bench;

import io.falconer.engine.Engine;
import io.falconer.ruleset.RuleSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rules that are loaded already become an engine; {@link LoadBenchmark} is the loading. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PlanBenchmark {
    @Param({"50", "500"})
    public int rules;

    private RuleSet loaded = Workload.rules(0);

    @Setup
    public void load() {
        loaded = Workload.rules(rules);
    }

    @Benchmark
    public Engine plan() {
        return Workload.engine(loaded);
    }
}
