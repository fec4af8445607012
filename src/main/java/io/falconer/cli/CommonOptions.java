package io.falconer.cli;

import picocli.CommandLine.Option;

/** The options of every command. */
final class CommonOptions {
    @Option(
            order = 91,
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour the output: auto, always or never. auto respects NO_COLOR and CLICOLOR_FORCE.")
    private Colour colour = Colour.AUTO;

    @Option(
            order = 92,
            names = {"-q", "--quiet"},
            description = "Print only errors on standard error.")
    private boolean quiet;

    @Option(
            order = 93,
            names = {"-v", "--verbose"},
            description = "Show more: every event in reports, the stack trace of a bug.")
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
