package io.falconer.yaml.cpp;

import io.falconer.text.SourceFile;
import io.falconer.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the documents of a text, no further than is asked for. All methods throw a {@link SyntaxException} where yaml-cpp
 * refuses to go on.
 */
public final class Parser<N> {
    /** How deep lists and mappings may nest, the innermost node counted. */
    public static final int MAX_DEPTH = 499;

    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

    private final Scanner scanner;
    private final NodeMaker<N> maker;
    private Directives directives = new Directives();

    /** The newest anchor of each name in this document, and the nodes of all anchors as far as they are finished. */
    private final Map<String, Integer> anchors = new HashMap<>();

    private final List<Optional<N>> anchored = new ArrayList<>();
    private int depth;

    /** Where the last token that takes room ends. */
    private int end;

    /** What stands before a node. */
    private record Properties(String tag, Optional<Integer> anchor) {}

    /** A parser at the beginning of {@code source}. */
    public Parser(SourceFile source, NodeMaker<N> maker) {
        this.scanner = new Scanner(source);
        this.maker = maker;
    }

    /** The next document, if there is one. What stands behind a finished node begins another, with or without {@code ---}. */
    public Optional<N> nextDocument() {
        directives();
        if (scanner.isEmpty()) {
            return Optional.empty();
        }
        anchors.clear();
        anchored.clear();
        if (isNext(Token.Kind.DOCUMENT_START)) {
            pop();
        }
        N root = node(false);
        while (isNext(Token.Kind.DOCUMENT_END)) {
            pop();
        }
        return Optional.of(root);
    }

    /** The quote that nothing but the end of the text closed, if there is one in what has been read. */
    public Optional<Mark> openQuote() {
        return scanner.openQuote();
    }

    private void directives() {
        boolean isFirst = true;
        while (isNext(Token.Kind.DIRECTIVE)) {
            directives = isFirst ? new Directives() : directives;
            isFirst = false;
            Token token = scanner.peek();
            if (token.content() instanceof Token.Content.Directive directive) {
                directives.add(token, directive);
            }
            pop();
        }
    }

    private boolean isNext(Token.Kind kind) {
        return !scanner.isEmpty() && scanner.peek().kind() == kind;
    }

    private Token pop() {
        Token token = scanner.pop();
        if (token.end() > token.mark().offset()) {
            end = token.end();
        }
        return token;
    }

    private N empty(Mark mark) {
        return maker.empty(mark, mark.offset());
    }

    private int endOf(Mark mark) {
        return Math.max(mark.offset(), end);
    }

    private N node(boolean inFlowList) {
        if (++depth > MAX_DEPTH) {
            throw Complaint.DEPTH.at(scanner.mark());
        }
        N node = scanner.isEmpty() ? empty(scanner.mark()) : node(scanner.peek(), inFlowList);
        depth--;
        return node;
    }

    private N node(Token first, boolean inFlowList) {
        return switch (first.kind()) {
            case VALUE -> mapping(first.mark(), compactMap());
            case ALIAS -> alias(first);
            default -> {
                Properties properties = properties();
                N node = content(first.mark(), properties.tag(), inFlowList);
                properties.anchor().ifPresent(anchor -> anchored.set(anchor, Optional.of(node)));
                yield node;
            }
        };
    }

    private N alias(Token alias) {
        String name = name(alias);
        Integer anchor = anchors.get(name);
        if (anchor == null) {
            throw Complaint.ALIAS_UNKNOWN.at(alias.mark(), name);
        }
        N target = anchored.get(anchor)
                .orElseThrow(() -> SyntaxException.limit(
                        "the alias *" + name + " stands within the node it names",
                        alias.mark(),
                        "write the inner value out"));
        pop();
        return maker.alias(alias.mark(), alias.end(), target);
    }

    private Properties properties() {
        String tag = "";
        Optional<Integer> anchor = Optional.empty();
        while (!scanner.isEmpty()) {
            Token token = scanner.peek();
            if (token.kind() == Token.Kind.TAG) {
                if (!tag.isEmpty()) {
                    throw Complaint.TAGS.at(token.mark());
                }
                tag = tag(token);
            } else if (token.kind() == Token.Kind.ANCHOR) {
                if (anchor.isPresent()) {
                    throw Complaint.ANCHORS.at(token.mark());
                }
                anchor = Optional.of(anchored.size());
                anchors.put(name(token), anchored.size());
                anchored.add(Optional.empty());
            } else {
                break;
            }
            pop();
        }
        return new Properties(tag, anchor);
    }

    private String tag(Token token) {
        return token.content() instanceof Token.Content.Tag tag ? directives.resolve(tag) : "";
    }

    private static String name(Token token) {
        return token.content() instanceof Token.Content.Name name ? name.name() : "";
    }

    private N content(Mark mark, String tag, boolean inFlowList) {
        if (scanner.isEmpty()) {
            return maker.empty(mark, endOf(mark));
        }
        Token token = scanner.peek();
        boolean untagged = tag.isEmpty() || tag.equals("?");
        return switch (token.kind()) {
            case PLAIN_SCALAR -> scalar(mark, untagged);
            case OTHER_SCALAR -> scalar(mark, false);
            case BLOCK_LIST_START -> list(mark, blockList());
            case FLOW_LIST_START -> list(mark, flowList());
            case BLOCK_MAP_START -> mapping(mark, blockMap());
            case FLOW_MAP_START -> mapping(mark, flowMap());
            case KEY -> inFlowList ? mapping(mark, compactMap()) : nothing(mark, untagged);
            default -> nothing(mark, untagged);
        };
    }

    private N scalar(Mark mark, boolean plain) {
        SourceText text = pop().content() instanceof Token.Content.Text scalar
                ? scalar.text()
                : SourceText.made("", scanner.location(mark));
        return plain && NULLS.contains(text.text())
                ? maker.empty(mark, endOf(mark))
                : maker.scalar(mark, endOf(mark), text, plain);
    }

    private N nothing(Mark mark, boolean untagged) {
        return untagged
                ? maker.empty(mark, endOf(mark))
                : maker.scalar(mark, endOf(mark), SourceText.made("", scanner.location(mark)), false);
    }

    private N list(Mark mark, List<N> items) {
        return maker.list(mark, endOf(mark), items);
    }

    private N mapping(Mark mark, List<N> keysAndValues) {
        return maker.mapping(mark, endOf(mark), keysAndValues);
    }

    private List<N> blockList() {
        List<N> items = new ArrayList<>();
        pop();
        while (true) {
            Mark mark = scanner.isEmpty() ? scanner.mark() : scanner.peek().mark();
            if (isNext(Token.Kind.BLOCK_LIST_END)) {
                pop();
                return items;
            }
            if (!isNext(Token.Kind.BLOCK_ENTRY)) {
                throw Complaint.END_OF_LIST.at(mark);
            }
            pop();
            boolean isEmpty = isNext(Token.Kind.BLOCK_ENTRY) || isNext(Token.Kind.BLOCK_LIST_END);
            items.add(isEmpty ? empty(scanner.peek().mark()) : node(false));
        }
    }

    private List<N> flowList() {
        List<N> items = new ArrayList<>();
        pop();
        while (!isNext(Token.Kind.FLOW_LIST_END)) {
            more(Complaint.END_OF_FLOW_LIST);
            items.add(node(true));
            separator(Token.Kind.FLOW_LIST_END, Complaint.END_OF_FLOW_LIST);
        }
        pop();
        return items;
    }

    private List<N> blockMap() {
        List<N> keysAndValues = new ArrayList<>();
        pop();
        while (true) {
            Mark mark = scanner.isEmpty() ? scanner.mark() : scanner.peek().mark();
            if (isNext(Token.Kind.BLOCK_MAP_END)) {
                pop();
                return keysAndValues;
            }
            if (!isNext(Token.Kind.KEY) && !isNext(Token.Kind.VALUE)) {
                throw Complaint.END_OF_MAP.at(mark);
            }
            pair(keysAndValues);
        }
    }

    private List<N> flowMap() {
        List<N> keysAndValues = new ArrayList<>();
        pop();
        while (!isNext(Token.Kind.FLOW_MAP_END)) {
            more(Complaint.END_OF_FLOW_MAP);
            pair(keysAndValues);
            separator(Token.Kind.FLOW_MAP_END, Complaint.END_OF_FLOW_MAP);
        }
        pop();
        return keysAndValues;
    }

    /** A pair without braces in a list within brackets. */
    private List<N> compactMap() {
        List<N> keysAndValues = new ArrayList<>();
        pair(keysAndValues);
        return keysAndValues;
    }

    /** A pair whose key or value, or both, may be missing; what is missing stands where the pair begins. */
    private void pair(List<N> keysAndValues) {
        Mark mark = scanner.peek().mark();
        keysAndValues.add(side(Token.Kind.KEY, mark));
        keysAndValues.add(side(Token.Kind.VALUE, mark));
    }

    private N side(Token.Kind kind, Mark mark) {
        if (!isNext(kind)) {
            return empty(mark);
        }
        pop();
        return node(false);
    }

    private void more(Complaint otherwise) {
        if (scanner.isEmpty()) {
            throw otherwise.at(scanner.mark());
        }
    }

    private void separator(Token.Kind closing, Complaint otherwise) {
        more(otherwise);
        if (isNext(Token.Kind.FLOW_ENTRY)) {
            pop();
        } else if (!isNext(closing)) {
            throw otherwise.at(scanner.peek().mark());
        }
    }
}
