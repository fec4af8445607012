package io.falconer.cli;

import io.falconer.text.Style;
import java.util.Locale;

/** When output is coloured. */
enum Colour {
    /** Coloured in a terminal, unless NO_COLOR or TERM=dumb is set; coloured everywhere if CLICOLOR_FORCE is set. */
    AUTO,
    ALWAYS,
    NEVER;

    /** The style for a stream. */
    Style style(Environment environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> Style.COLOUR;
            case NEVER -> Style.PLAIN;
            case AUTO -> isWanted(environment, terminal) ? Style.COLOUR : Style.PLAIN;
        };
    }

    /** Finds the option in arguments that are not parsed yet, because help and usage errors are coloured too. */
    static Colour among(String... arguments) {
        Colour last = AUTO;
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            String value = argument.equals("--color") && i + 1 < arguments.length ? arguments[i + 1] : "";
            value = argument.startsWith("--color=") ? argument.substring("--color=".length()) : value;
            for (Colour colour : values()) {
                last = colour.toString().equals(value) ? colour : last;
            }
        }
        return last;
    }

    /** Returns the value as the option spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isWanted(Environment environment, boolean terminal) {
        if (!environment.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = environment.variable("CLICOLOR_FORCE");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        return terminal && !environment.variable("TERM").equals("dumb");
    }
}
