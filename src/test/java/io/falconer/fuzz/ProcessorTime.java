package io.falconer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Bounds the time that the check of an input takes: not by a clock, because the machine may be busy with something else. */
public final class ProcessorTime {
    private static final Duration MOST = Duration.ofSeconds(5);

    private ProcessorTime() {}

    /** {@link FuzzTarget#check}, which must not take long. */
    public static void check(FuzzTarget target, byte[] input) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        target.check(input);
        long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        assertThat(Duration.ofNanos(taken)).isLessThan(MOST);
    }
}
