package io.falconer.fuzz;

import java.nio.file.Path;
import java.util.List;

/**
 * A kind of input, and what holds for every input of this kind. The fuzzer looks for inputs for which it does not hold
 * (CONTRIBUTING.md, "Fuzzing"). Such inputs stay in the folder of the target, and {@link RegressionInputsTest} checks them from
 * then on.
 */
public interface FuzzTarget {
    /** The name of the target and of the folder with its regression inputs. */
    String name();

    /** Inputs to start from. */
    List<byte[]> seeds();

    /** The maximum length of inputs, in bytes. Short inputs are checked faster, so more of them are. */
    default int longest() {
        return 8 << 10;
    }

    /** Throws if something does not hold for {@code input}. */
    void check(byte[] input) throws Exception;

    /** The folder with the regression inputs, which need not exist. */
    default Path folder() {
        return FuzzTargets.FOLDER.resolve(name());
    }
}
