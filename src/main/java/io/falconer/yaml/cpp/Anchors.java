package io.falconer.yaml.cpp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The anchors of a document. A name may be given again; an alias means the anchor that was named so last. */
final class Anchors<N> {
    private final Map<String, Integer> newest = new HashMap<>();

    /** The nodes of all anchors, in the order in which they were named; empty until the node is finished. */
    private final List<Optional<N>> nodes = new ArrayList<>();

    /** Names the node that comes next; gives what to {@link #finish} it by. */
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
                        "the alias *" + name + " stands within the node it names", mark, "write the inner value out"));
    }
}
