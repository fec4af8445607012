package io.falconer.yaml.cpp;

import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the documents of a text, only as far as requested. Each method reads what its name says. It throws a
 * {@link SyntaxException} where yaml-cpp refuses to continue.
 */
public final class Parser<N> {
    /** The maximum depth of lists and mappings, including the innermost node. */
    public static final int MAX_DEPTH = 499;

    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

    private final Tokens tokens;
    private final NodeMaker<N> maker;
    private Directives directives = new Directives();
    private Anchors<N> anchors = new Anchors<>();
    private int depth;

    /** The properties before a node. */
    private record Properties(String tag, Optional<Integer> anchor) {}

    /** A parser at the start of {@code source}. */
    public Parser(SourceFile source, NodeMaker<N> maker) {
        this.tokens = new Tokens(source);
        this.maker = maker;
    }

    /** The next document, if there is one. Text after a finished node starts another document, with or without {@code ---}. */
    public Optional<N> nextDocument() {
        directives();
        if (tokens.kind() == Token.Kind.END) {
            return Optional.empty();
        }
        anchors = new Anchors<>();
        if (tokens.kind() == Token.Kind.DOCUMENT_START) {
            tokens.take();
        }
        N root = node(false);
        while (tokens.kind() == Token.Kind.DOCUMENT_END) {
            tokens.take();
        }
        return Optional.of(root);
    }

    /** The quote that only the end of the text closed, if there is one in the text read so far. */
    public Optional<Mark> openQuote() {
        return tokens.openQuote();
    }

    private void directives() {
        boolean isFirst = true;
        while (tokens.kind() == Token.Kind.DIRECTIVE) {
            directives = isFirst ? new Directives() : directives;
            isFirst = false;
            if (tokens.next().content() instanceof Token.Content.Directive directive) {
                directives.add(directive, tokens.mark());
            }
            tokens.take();
        }
    }

    private N node(boolean inFlowList) {
        if (++depth > MAX_DEPTH) {
            throw YamlError.DEPTH.at(tokens.scannedTo());
        }
        Mark mark = tokens.mark();
        N node =
                switch (tokens.kind()) {
                    case END -> empty(mark);
                    case VALUE -> mapping(mark, pair());
                    case ALIAS -> alias();
                    default -> {
                        Properties properties = properties();
                        N content = content(mark, properties.tag(), inFlowList);
                        properties.anchor().ifPresent(anchor -> anchors.finish(anchor, content));
                        yield content;
                    }
                };
        depth--;
        return node;
    }

    /** A missing node. */
    private N empty(Mark mark) {
        return maker.empty(mark, mark.offset());
    }

    private N alias() {
        Token alias = tokens.next();
        N target = anchors.resolve(name(alias), alias.mark());
        tokens.take();
        return maker.alias(alias.mark(), alias.end(), target);
    }

    /** At most one tag and at most one anchor, in any order. */
    private Properties properties() {
        String tag = "";
        Optional<Integer> anchor = Optional.empty();
        while (true) {
            Token token = tokens.next();
            if (token.content() instanceof Token.Content.Tag written) {
                if (!tag.isEmpty()) {
                    throw YamlError.TAGS.at(token.mark());
                }
                tag = directives.resolve(written);
            } else if (token.kind() == Token.Kind.ANCHOR) {
                if (anchor.isPresent()) {
                    throw YamlError.ANCHORS.at(token.mark());
                }
                anchor = Optional.of(anchors.name(name(token)));
            } else {
                return new Properties(tag, anchor);
            }
            tokens.take();
        }
    }

    private static String name(Token token) {
        return token.content() instanceof Token.Content.Name name ? name.name() : "";
    }

    private N content(Mark mark, String tag, boolean inFlowList) {
        boolean untagged = tag.isEmpty() || tag.equals("?");
        return switch (tokens.kind()) {
            case END -> nothing(mark, true);
            case PLAIN_SCALAR -> scalar(mark, untagged);
            case OTHER_SCALAR -> scalar(mark, false);
            case BLOCK_LIST_START -> list(mark, blockList());
            case FLOW_LIST_START -> list(mark, flowList());
            case BLOCK_MAP_START -> mapping(mark, blockMap());
            case FLOW_MAP_START -> mapping(mark, flowMap());
            case KEY -> inFlowList ? mapping(mark, pair()) : nothing(mark, untagged);
            default -> nothing(mark, untagged);
        };
    }

    private N scalar(Mark mark, boolean plain) {
        SourceText text =
                tokens.take().content() instanceof Token.Content.Text scalar ? scalar.text() : tokens.emptyText(mark);
        return plain && NULLS.contains(text.text())
                ? maker.empty(mark, tokens.endOf(mark))
                : maker.scalar(mark, tokens.endOf(mark), text, plain);
    }

    private N nothing(Mark mark, boolean untagged) {
        return untagged
                ? maker.empty(mark, tokens.endOf(mark))
                : maker.scalar(mark, tokens.endOf(mark), tokens.emptyText(mark), false);
    }

    private N list(Mark mark, List<N> items) {
        return maker.list(mark, tokens.endOf(mark), items);
    }

    private N mapping(Mark mark, List<N> keysAndValues) {
        return maker.mapping(mark, tokens.endOf(mark), keysAndValues);
    }

    private List<N> blockList() {
        List<N> items = new ArrayList<>();
        tokens.take();
        while (tokens.kind() == Token.Kind.BLOCK_ENTRY) {
            tokens.take();
            Token.Kind next = tokens.kind();
            boolean isEmpty = next == Token.Kind.BLOCK_ENTRY || next == Token.Kind.BLOCK_LIST_END;
            items.add(isEmpty ? empty(tokens.mark()) : node(false));
        }
        tokens.takeEnd(Token.Kind.BLOCK_LIST_END, YamlError.END_OF_LIST);
        return items;
    }

    private List<N> flowList() {
        List<N> items = new ArrayList<>();
        tokens.take();
        while (tokens.isBefore(Token.Kind.FLOW_LIST_END, YamlError.END_OF_FLOW_LIST)) {
            items.add(node(true));
            tokens.takeSeparator(Token.Kind.FLOW_LIST_END, YamlError.END_OF_FLOW_LIST);
        }
        tokens.take();
        return items;
    }

    private List<N> blockMap() {
        List<N> keysAndValues = new ArrayList<>();
        tokens.take();
        while (tokens.kind() == Token.Kind.KEY || tokens.kind() == Token.Kind.VALUE) {
            keysAndValues.addAll(pair());
        }
        tokens.takeEnd(Token.Kind.BLOCK_MAP_END, YamlError.END_OF_MAP);
        return keysAndValues;
    }

    private List<N> flowMap() {
        List<N> keysAndValues = new ArrayList<>();
        tokens.take();
        while (tokens.isBefore(Token.Kind.FLOW_MAP_END, YamlError.END_OF_FLOW_MAP)) {
            keysAndValues.addAll(pair());
            tokens.takeSeparator(Token.Kind.FLOW_MAP_END, YamlError.END_OF_FLOW_MAP);
        }
        tokens.take();
        return keysAndValues;
    }

    /** A pair. Its key, its value or both may be missing; the place of a missing one is the start of the pair. */
    private List<N> pair() {
        Mark mark = tokens.mark();
        N key = side(Token.Kind.KEY, mark);
        return List.of(key, side(Token.Kind.VALUE, mark));
    }

    private N side(Token.Kind kind, Mark mark) {
        if (tokens.kind() != kind) {
            return empty(mark);
        }
        tokens.take();
        return node(false);
    }
}
