package io.falconer.yaml.cpp;

/** Scans a tag: {@code !<verbatim>}, {@code !handle!suffix}, {@code !!suffix}, {@code !suffix}, or {@code !} alone. */
final class TagScanner {
    private static final String OTHERS = "#;/?:@&=+$_.~*'()";
    private static final String OTHERS_VERBATIM = OTHERS + ",![]";

    private TagScanner() {}

    static Token.Content.Tag scan(CharacterStream input) {
        input.next();
        return input.peek() == '<' ? verbatim(input) : shorthand(input);
    }

    private static Token.Content.Tag verbatim(CharacterStream input) {
        input.next();
        int start = input.offset();
        while (take(input, OTHERS_VERBATIM)) {}
        if (input.peek() != '>') {
            throw YamlError.TAG_VERBATIM_END.at(input.mark());
        }
        String tag = input.text(start, input.offset());
        input.next();
        return new Token.Content.Tag("", tag);
    }

    private static Token.Content.Tag shorthand(CharacterStream input) {
        int start = input.offset();
        while (isWord(input.peek())) {
            input.next();
        }
        Mark mark = input.mark();
        boolean isHandle = input.peek() == '!' || input.isAtEnd();
        if (!isHandle) {
            while (take(input, OTHERS)) {}
        }
        String text = input.text(start, input.offset());
        if (input.peek() != '!') {
            return text.isEmpty() ? alone(isHandle) : new Token.Content.Tag("!", text);
        }
        if (!isHandle) {
            throw YamlError.TAG_HANDLE.at(mark);
        }
        input.next();
        int suffix = input.offset();
        while (take(input, OTHERS)) {}
        if (input.offset() == suffix) {
            throw YamlError.TAG_SUFFIX.at(input.mark());
        }
        return new Token.Content.Tag("!" + text + "!", input.text(suffix, input.offset()));
    }

    /** An exclamation mark with nothing after it. If the file ends there, yaml-cpp treats it as {@code !!}. */
    private static Token.Content.Tag alone(boolean isAtEnd) {
        return isAtEnd ? new Token.Content.Tag("!!", "") : new Token.Content.Tag("", "!");
    }

    /** Reads a character that is allowed in a tag, or an octet that is written as {@code %} and two digits. */
    private static boolean take(CharacterStream input, String others) {
        char c = input.peek();
        if (isWord(c) || others.indexOf(c) >= 0) {
            input.next();
            return true;
        }
        boolean isOctet = c == '%' && isHexadecimal(input.peek(1)) && isHexadecimal(input.peek(2));
        input.skip(isOctet ? 3 : 0);
        return isOctet;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isHexadecimal(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
