package io.falconer.cli;

import java.util.List;

/** Standard input as an argument. */
final class StandardInput {
    private StandardInput() {}

    /** Refuses arguments that name it more than once, because it can only be read once. */
    static void requireOnce(FalconerCommand command, List<List<String>> arguments) {
        long uses = arguments.stream()
                .flatMap(List::stream)
                .filter(Input.STANDARD::equals)
                .count();
        if (uses > 1) {
            throw command.usage("standard input can only be read once", "use - only once");
        }
    }
}
