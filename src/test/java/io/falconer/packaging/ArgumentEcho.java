package io.falconer.packaging;

import java.nio.charset.StandardCharsets;

/** A program that only says how it was called. */
final class ArgumentEcho {
    private ArgumentEcho() {}

    public static void main(String... arguments) {
        for (String argument : arguments) {
            System.out.writeBytes((argument + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
