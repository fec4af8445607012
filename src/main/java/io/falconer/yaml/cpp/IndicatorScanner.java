package io.falconer.yaml.cpp;

/** Scans the tokens for the structure of nodes, and the properties of nodes. */
final class IndicatorScanner {
    private final CharacterStream input;
    private final Structure structure;
    private final Allowed allowed;

    IndicatorScanner(CharacterStream input, Structure structure, Allowed allowed) {
        this.input = input;
        this.structure = structure;
        this.allowed = allowed;
    }

    /** {@code [} or &#123;, which {@code closing} closes. Their whole content may be a key. */
    void openFlow(Token.Kind kind, char closing) {
        Mark mark = input.mark();
        structure.expectKey(allowed);
        allowed.afterToken(true, false);
        input.next();
        structure.open(closing);
        structure.add(kind, mark);
    }

    /** {@code ]} or &#125;. */
    void closeFlow(Token.Kind kind) {
        Mark mark = input.mark();
        if (!structure.isInFlow()) {
            throw YamlError.FLOW_END.at(mark);
        }
        endPair(mark);
        allowed.afterToken(false, true);
        if (!structure.close(input.next())) {
            throw YamlError.FLOW_END.at(mark);
        }
        structure.add(kind, mark);
    }

    /** {@code ,}. */
    void flowEntry() {
        Mark mark = input.mark();
        if (input.isAtLineStart()) {
            throw YamlError.FLOW_START.at(mark);
        }
        if (!allowed.scalar()) {
            throw YamlError.SCALAR.at(mark);
        }
        endPair(mark);
        allowed.afterToken(true, false);
        input.next();
        structure.add(Token.Kind.FLOW_ENTRY, mark);
    }

    /** Within braces, a key may have no value; within brackets, it is an item. */
    private void endPair(Mark mark) {
        if (structure.isInFlowMap()) {
            if (structure.confirmKey()) {
                structure.add(Token.Kind.VALUE, mark);
            }
        } else if (structure.isInFlow()) {
            structure.dismissKey();
        }
    }

    /** {@code -} before a gap. */
    void blockEntry() {
        Mark mark = input.mark();
        if (structure.isInFlow() || !allowed.key()) {
            throw YamlError.BLOCK_ENTRY.at(mark);
        }
        structure.beginList();
        allowed.afterToken(true, false);
        input.next();
        structure.add(Token.Kind.BLOCK_ENTRY, mark);
    }

    /** {@code ?} before a gap. */
    void key() {
        Mark mark = input.mark();
        beginMap(YamlError.MAP_KEY);
        input.next();
        structure.add(Token.Kind.KEY, mark);
    }

    /**
     * {@code :} after a key.
     *
     * @param isBelow whether the text before it started on an earlier line
     */
    void value(boolean isBelow) {
        Mark mark = input.mark();
        if (structure.confirmKey()) {
            allowed.key(false);
        } else {
            beginMap(isBelow ? YamlError.MAP_VALUE_BELOW : YamlError.MAP_VALUE);
        }
        allowed.afterToken(allowed.key(), false);
        allowed.scalar(true);
        input.next();
        structure.add(Token.Kind.VALUE, mark);
    }

    private void beginMap(YamlError otherwise) {
        boolean inBlock = !structure.isInFlow();
        if (inBlock) {
            if (!allowed.key()) {
                throw otherwise.at(input.mark());
            }
            structure.beginMap();
        }
        allowed.key(inBlock);
    }

    /** {@code &} or {@code *} with a name. */
    void name(Token.Kind kind, YamlError ofNone, YamlError ofEnd) {
        Mark mark = input.mark();
        structure.expectKey(allowed);
        allowed.afterToken(false, false);
        input.next();
        int start = input.offset();
        while (!input.isAtEnd() && !CharacterStream.isBlankOrBreak(input.peek()) && "[]{},".indexOf(input.peek()) < 0) {
            input.next();
        }
        if (input.offset() == start) {
            throw ofNone.at(input.mark());
        }
        if (input.peek() == '[' || input.peek() == '{') {
            throw ofEnd.at(input.mark());
        }
        structure.add(kind, mark, new Token.Content.Name(input.text(start, input.offset())));
    }

    /** {@code !} and what belongs to it. */
    void tag() {
        Mark mark = input.mark();
        structure.expectKey(allowed);
        allowed.afterToken(false, false);
        structure.add(Token.Kind.TAG, mark, TagScanner.scan(input));
    }
}
