package io.falconer.suite;

/** Texts as messages quote them. */
final class Quoted {
    private Quoted() {}

    static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
