package io.falconer.bench;

import io.falconer.condition.ConditionParser;
import io.falconer.condition.ParseResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** How long one condition of usual size takes to parse. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParseBenchmark {
    private static final String CONDITION =
            "kevt and pod and kcreate and not ka.user.name in (a, b, \"c d\") and (ka.target.namespace = x or ka.uri glob /api/*)";

    @Benchmark
    public ParseResult condition() {
        return ConditionParser.parse(CONDITION);
    }
}
