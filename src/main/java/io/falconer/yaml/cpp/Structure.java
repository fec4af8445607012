package io.falconer.yaml.cpp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The tokens found so far, and what is open around the current place: the block collections from indentation, the brackets, and
 * for each level of brackets at most one node that may still turn out to be a key.
 */
final class Structure {
    /** How many tokens may wait until a key is verified: more than a text with the maximum number of nodes has. */
    private static final int MOST_WAITING = 6_000_000;

    /** A block collection that starts at {@code column}. The outermost, at -1, is not a real one and has no start. */
    private static final class Block {
        private final int column;
        private final boolean isList;
        private final Optional<Token> start;
        private Token.Status status = Token.Status.VALID;

        Block(int column, boolean isList, Optional<Token> start) {
            this.column = column;
            this.isList = isList;
            this.start = start;
        }

        void become(Token.Status other) {
            status = other;
            start.ifPresent(token -> token.become(other));
        }
    }

    /** A node on {@code level} of brackets that is a key if a colon follows; {@code map} starts with it. */
    private record PossibleKey(Mark mark, int level, Token key, Optional<Block> map) {
        void become(Token.Status status) {
            key.become(status);
            map.ifPresent(block -> block.become(status));
        }
    }

    private static final int LONGEST_KEY = 1024;

    private final CharacterStream input;
    private final Deque<Token> tokens = new ArrayDeque<>();
    private final Deque<Block> blocks = new ArrayDeque<>();
    private final Deque<PossibleKey> keys = new ArrayDeque<>();

    /** The closing bracket of each open bracket. */
    private final Deque<Character> brackets = new ArrayDeque<>();

    Structure(CharacterStream input) {
        this.input = input;
        blocks.push(new Block(-1, false, Optional.empty()));
    }

    /** The tokens that are found and not read yet. */
    Deque<Token> tokens() {
        return tokens;
    }

    /** Adds a token that starts at {@code mark} and ends here. */
    void add(Token.Kind kind, Mark mark, Token.Content content) {
        add(new Token(kind, mark, input.offset(), content));
    }

    /** Adds a token that starts at {@code mark} and ends here. */
    void add(Token.Kind kind, Mark mark) {
        add(Token.of(kind, mark, input.offset()));
    }

    Token add(Token token) {
        if (tokens.size() == MOST_WAITING) {
            throw SyntaxException.limit(
                    "more than " + MOST_WAITING + " tokens may be part of one key", token.mark(), "split the file");
        }
        tokens.add(token);
        return token;
    }

    private Token addHere(Token.Kind kind) {
        return add(Token.of(kind, input.mark(), input.offset()));
    }

    boolean isInFlow() {
        return !brackets.isEmpty();
    }

    boolean isInFlowMap() {
        return isInFlow() && brackets.peek() == '}';
    }

    /** Opens brackets that {@code closing} closes. */
    void open(char closing) {
        brackets.push(closing);
    }

    /** Closes brackets; returns whether they are the brackets that were opened last. */
    boolean close(char closing) {
        return brackets.pop() == closing;
    }

    /** The column of the innermost block collection; -1 if there is none. */
    int indentation() {
        return blocks.element().column;
    }

    void beginList() {
        begin(true);
    }

    void beginMap() {
        begin(false);
    }

    /** Starts a block collection here unless it continues. A list within a mapping may start at the mapping's column. */
    private Optional<Block> begin(boolean isList) {
        Block outer = blocks.element();
        int column = input.column();
        boolean deeper = column > outer.column || (column == outer.column && isList && isMap(outer));
        if (isInFlow() || !deeper) {
            return Optional.empty();
        }
        Token start = addHere(isList ? Token.Kind.BLOCK_LIST_START : Token.Kind.BLOCK_MAP_START);
        Block block = new Block(column, isList, Optional.of(start));
        blocks.push(block);
        return Optional.of(block);
    }

    private static boolean isMap(Block block) {
        return !block.isList && block.start.isPresent();
    }

    /** Ends the block collections that are indented more than the text here. */
    void endDeeper(boolean isAtEntry) {
        if (isInFlow()) {
            return;
        }
        int column = input.column();
        while (ends(blocks.element(), column, isAtEntry)) {
            end();
        }
        while (blocks.element().status == Token.Status.INVALID) {
            end();
        }
    }

    private static boolean ends(Block block, int column, boolean isAtEntry) {
        return block.column > column || (block.column == column && block.isList && !isAtEntry);
    }

    void endAll() {
        while (!isInFlow() && blocks.size() > 1) {
            end();
        }
    }

    private void end() {
        Block block = blocks.pop();
        if (block.status != Token.Status.VALID) {
            dismissKey();
        } else {
            addHere(block.isList ? Token.Kind.BLOCK_LIST_END : Token.Kind.BLOCK_MAP_END);
        }
    }

    /** Records that the node that starts here may be a key, if that is allowed and no earlier node on this level may be one. */
    void expectKey(Allowed allowed) {
        if (!allowed.key() || keyOfThisLevel().isPresent()) {
            return;
        }
        Mark mark = input.mark();
        Optional<Block> map = begin(false);
        PossibleKey key = new PossibleKey(mark, brackets.size(), addHere(Token.Kind.KEY), map);
        key.become(Token.Status.UNVERIFIED);
        keys.push(key);
    }

    private Optional<PossibleKey> keyOfThisLevel() {
        return Optional.ofNullable(keys.peek()).filter(key -> key.level() == brackets.size());
    }

    /** Nothing on this level is a key so far. */
    void dismissKey() {
        keyOfThisLevel().ifPresent(key -> {
            key.become(Token.Status.INVALID);
            keys.pop();
        });
    }

    /** A key ends here, on the line where it started and within {@value #LONGEST_KEY} bytes; returns whether there was one. */
    boolean confirmKey() {
        Optional<PossibleKey> key = keyOfThisLevel();
        if (key.isEmpty()) {
            return false;
        }
        keys.pop();
        Mark mark = key.get().mark();
        Mark here = input.mark();
        boolean isKey = here.line() == mark.line() && here.position() - mark.position() <= LONGEST_KEY;
        key.get().become(isKey ? Token.Status.VALID : Token.Status.INVALID);
        return isKey;
    }

    /** Nothing will verify what may be a key any more. */
    void forgetKeys() {
        keys.clear();
    }
}
