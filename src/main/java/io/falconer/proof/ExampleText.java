package io.falconer.proof;

import io.falconer.template.Example;

/** Examples in words. */
final class ExampleText {
    private static final int LONGEST = 90;

    private ExampleText() {}

    /** The content of the example, shortened. */
    static String of(Example example) {
        String text =
                example.part().toString().replace("\"", "").replace(":", ": ").replace(",", ", ");
        String what = example.part().isEmpty() ? "nothing set" : text.substring(1, text.length() - 1);
        return what.length() > LONGEST ? what.substring(0, LONGEST - 3) + "..." : what;
    }
}
