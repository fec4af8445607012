package io.falconer.engine;

import io.falconer.event.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code getopt(list, "options")[c]}: the options and their arguments in a command line, or with a selector the last argument
 * of one option (its letter if it takes no argument). Unlike other lists, the result may be empty and still be a value (section
 * 2.3).
 */
record GetoptReader(int list, int options, Optional<Character> selector) implements SlotReader {
    @Override
    public Value read(Frame frame) {
        if (!(frame.value(options) instanceof Value.Scalar known)) {
            return Value.None.NONE;
        }
        List<Value.Scalar> words =
                switch (frame.value(list)) {
                    case Value.None none -> List.of();
                    case Value.Scalar scalar -> List.of(scalar);
                    case Value.Many many -> many.items();
                };
        if (frame.value(list) instanceof Value.None) {
            return Value.None.NONE;
        }
        Scan scan = new Scan(words, CText.of(known), selector);
        scan.run();
        if (selector.isEmpty()) {
            return new Value.Many(scan.found);
        }
        return scan.found.isEmpty() ? Value.None.NONE : scan.found.getLast();
    }

    /** One pass over the words. */
    private static final class Scan {
        private final List<Value.Scalar> words;
        private final String options;
        private final Optional<Character> selector;
        private final List<Value.Scalar> found = new ArrayList<>();
        private int next;

        Scan(List<Value.Scalar> words, String options, Optional<Character> selector) {
            this.words = words;
            this.options = options;
            this.selector = selector;
        }

        void run() {
            while (next < words.size()) {
                String word = CText.of(words.get(next++));
                boolean isLong = word.length() > 2 && word.startsWith("--");
                if (word.equals("--") || word.length() < 2 || word.charAt(0) != '-') {
                    return;
                }
                if (!isLong) {
                    cluster(word);
                }
            }
        }

        private void cluster(String word) {
            for (int i = 1; i < word.length(); i++) {
                char option = word.charAt(i);
                int at = option == ':' ? -1 : options.indexOf(option);
                if (at < 0) {
                    unknown();
                } else if (at + 1 < options.length() && options.charAt(at + 1) == ':') {
                    withArgument(option, word.substring(i + 1));
                    return;
                } else if (wanted(option)) {
                    add(String.valueOf(option));
                }
            }
        }

        private void withArgument(char option, String attached) {
            Optional<String> argument = !attached.isEmpty()
                    ? Optional.of(attached)
                    : next < words.size() ? Optional.of(CText.of(words.get(next++))) : Optional.empty();
            if (wanted(option)) {
                if (selector.isEmpty() && argument.isPresent()) {
                    add(String.valueOf(option));
                }
                add(argument.orElse(""));
            }
        }

        private void unknown() {
            if (selector.isEmpty()) {
                add("?");
            }
        }

        private boolean wanted(char option) {
            return selector.isEmpty() || selector.get() == option;
        }

        private void add(String text) {
            found.add(new Value.Text(text));
        }
    }
}
