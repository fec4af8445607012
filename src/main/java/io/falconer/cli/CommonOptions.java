package io.falconer.cli;

import picocli.CommandLine.Option;

/** The options that every command takes. */
final class CommonOptions {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour the output: auto, always or never. auto heeds NO_COLOR and CLICOLOR_FORCE.")
    private Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more on standard error; a bug shows its stack trace.")
    private boolean verbose;

    @Option(
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
