package io.falconer.cli.file;

import java.nio.file.Path;

/** A program that writes all files of a directory again and again, each time with another text, until it is killed. */
final class WritingWithoutEnd {
    static final int FILES = 60;

    private WritingWithoutEnd() {}

    public static void main(String... arguments) {
        OutputPath root = new OutputPath(arguments[0], Path.of(arguments[0]));
        for (int round = 1; true; round++) {
            write(root, round);
        }
    }

    static void write(OutputPath root, int round) {
        try (Transaction transaction = Transaction.begin(root)) {
            for (int i = 0; i < FILES; i++) {
                transaction.put("d" + i % 4 + "/f" + i, "round " + round);
            }
            transaction.commit();
        }
    }
}
