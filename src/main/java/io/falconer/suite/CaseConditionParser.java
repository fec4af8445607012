package io.falconer.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@link CaseCondition} conditions by recursive descent, nested at most {@value #DEEPEST} levels. */
final class CaseConditionParser {
    private static final int DEEPEST = 50;

    private final String text;
    private final Set<String> names;
    private int at;
    private int depth;

    CaseConditionParser(String text, Set<String> names) {
        this.text = text;
        this.names = names;
    }

    CaseCondition parse() throws Malformed {
        CaseCondition when = or();
        if (!atEnd()) {
            throw new Malformed("unexpected `" + text.substring(at) + "`", at);
        }
        return when;
    }

    private CaseCondition or() throws Malformed {
        List<CaseCondition> operands = new ArrayList<>(List.of(and()));
        while (keyword("or")) {
            operands.add(and());
        }
        return operands.size() == 1 ? operands.getFirst() : new CaseCondition.Or(operands);
    }

    private CaseCondition and() throws Malformed {
        List<CaseCondition> operands = new ArrayList<>(List.of(not()));
        while (keyword("and")) {
            operands.add(not());
        }
        return operands.size() == 1 ? operands.getFirst() : new CaseCondition.And(operands);
    }

    private CaseCondition not() throws Malformed {
        if (++depth > DEEPEST) {
            throw new Malformed("nested too deeply", at);
        }
        try {
            if (keyword("not")) {
                return new CaseCondition.Not(not());
            }
            if (symbol("(")) {
                CaseCondition inner = or();
                expect(")");
                return inner;
            }
            return comparison();
        } finally {
            depth--;
        }
    }

    private CaseCondition comparison() throws Malformed {
        String left = word();
        if (symbol("==") || symbol("=")) {
            return new CaseCondition.In(left, List.of(word()));
        }
        if (symbol("!=")) {
            return new CaseCondition.Not(new CaseCondition.In(left, List.of(word())));
        }
        if (!keyword("in")) {
            throw new Malformed("expected =, != or in after `" + left + "`", at);
        }
        expect("(");
        List<String> words = new ArrayList<>(List.of(word()));
        while (symbol(",")) {
            words.add(word());
        }
        expect(")");
        return new CaseCondition.In(left, words);
    }

    private String word() throws Malformed {
        if (atEnd()) {
            throw new Malformed("expected a word at the end", at);
        }
        int start = at;
        char quote = text.charAt(at);
        String word;
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, at + 1);
            if (end < 0) {
                throw new Malformed("the quote is not closed", at);
            }
            word = text.substring(at + 1, end);
            at = end + 1;
        } else {
            while (at < text.length() && inWord(text.charAt(at))) {
                at++;
            }
            word = text.substring(start, at);
            if (word.isEmpty()) {
                throw new Malformed("expected a word, found `" + text.charAt(at) + "`", at);
            }
        }
        for (String name : Variables.in(word)) {
            if (!names.contains(name)) {
                throw new Malformed("no case has a value `" + name + "`", start);
            }
        }
        return word;
    }

    private static boolean inWord(char c) {
        return !Character.isWhitespace(c) && "(),=!\"'".indexOf(c) < 0;
    }

    private void expect(String symbol) throws Malformed {
        if (!symbol(symbol)) {
            throw new Malformed("expected `" + symbol + "`", at);
        }
    }

    private boolean symbol(String symbol) {
        boolean found = !atEnd() && text.startsWith(symbol, at);
        at += found ? symbol.length() : 0;
        return found;
    }

    private boolean keyword(String keyword) {
        if (atEnd() || !text.startsWith(keyword, at)) {
            return false;
        }
        int end = at + keyword.length();
        boolean whole = end == text.length() || !inWord(text.charAt(end));
        at = whole ? end : at;
        return whole;
    }

    private boolean atEnd() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /** The text is not a condition. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final int offset;

        Malformed(String message, int offset) {
            super(message);
            this.offset = offset;
        }

        /** The offset of the error in the text. */
        int offset() {
            return offset;
        }
    }
}
