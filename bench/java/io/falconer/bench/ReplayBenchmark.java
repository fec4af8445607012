package io.falconer.bench;

import io.falconer.engine.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A replay of 17,000 events, some 20 MB of a made log that lies in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReplayBenchmark {
    private static final int EVENTS = 17_000;

    @Param({"50", "500"})
    public int rules;

    private byte[] log = {};
    private Engine engine = Workload.engine(0);

    @Setup
    public void load() {
        log = Workload.log(EVENTS);
        engine = Workload.engine(rules);
    }

    @Benchmark
    public Object replay() throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        return Replay.of("log.jsonl", new ByteArrayInputStream(log), engine, threads);
    }
}
