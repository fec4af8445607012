package io.falconer.yaml.cpp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The anchors of a document. A name may be used again; an alias means the last anchor with the name. */
final class Anchors<N> {
    private final Map<String, Integer> newest = new HashMap<>();

    /** The nodes of all anchors, in the order in which they were named; empty until the node is finished. */
    private final List<Optional<N>> nodes = new ArrayList<>();

    /** Names the next node; returns the number with which to {@link #finish} it. */
    int name(String name) {
        newest.put(name, nodes.size());
        nodes.add(Optional.empty());
        return nodes.size() - 1;
    }

    void finish(int anchor, N node) {
        nodes.set(anchor, Optional.of(node));
    }

    /** The node that an alias at {@code mark} stands for. */
    N resolve(String name, Mark mark) {
        Integer anchor = newest.get(name);
        if (anchor == null) {
            throw YamlError.ALIAS_UNKNOWN.at(mark, name);
        }
        return nodes.get(anchor)
                .orElseThrow(() -> SyntaxException.limit(
                        "the alias *" + name + " is within the node that it names", mark, "write out the inner value"));
    }
}
