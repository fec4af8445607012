package io.falconer.fuzz;

/** The class that Jazzer calls, in a process of its own for each target. */
public final class FuzzEntry {
    private static FuzzTarget target = FuzzTargets.ALL.getFirst();

    private FuzzEntry() {}

    /** Takes the name of the target. */
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTargets.named(arguments[0]);
    }

    /** Throws if something does not hold for {@code input}. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        ProcessorTime.check(target, input);
    }
}
