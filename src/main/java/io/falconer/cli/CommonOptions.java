package io.falconer.cli;

import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {
    @Option(
            order = 91,
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour the output: auto, always or never. auto heeds NO_COLOR and CLICOLOR_FORCE.")
    private Colour colour = Colour.AUTO;

    @Option(
            order = 92,
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but errors.")
    private boolean quiet;

    @Option(
            order = 93,
            names = {"-v", "--verbose"},
            description = "Tell more: reports name every event, a bug shows its stack trace.")
    private boolean verbose;

    @Option(
            order = 94,
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    Colour colour() {
        return colour;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    boolean help() {
        return help;
    }
}
