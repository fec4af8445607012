package io.falconer.bench;

import io.falconer.verify.ConditionTrials;
import java.lang.management.ManagementFactory;

/** Holds the solver against brute force on many random conditions: {@code ConditionRounds COUNT SEED}. */
public final class ConditionRounds {
    private static final int ROUND = 50_000;
    private static final double NANOS = 1e9;

    private ConditionRounds() {}

    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        ConditionTrials trials = new ConditionTrials(Long.parseLong(args[1]));
        int impossible = 0;
        for (int done = 0; done < count; done += ROUND) {
            impossible += trials.run(Math.min(ROUND, count - done));
            System.out.printf(
                    "%,d conditions agree; %,d impossible, %,d true only of the solver's own value; %.0f s of processor"
                            + " time%n",
                    Math.min(count, done + ROUND), impossible, trials.beyond(), cpuTime() / NANOS);
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
