package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;
import java.util.List;

/**
 * Makes the nodes that a {@link Parser} finds, innermost first. A mark is the start of a node, including its tag and anchor;
 * {@code end} is the end of its text, in UTF-16 units.
 */
public interface NodeMaker<N> {
    /** A node that is missing, or is written as {@code ~} or {@code null} without quotes and tag. */
    N empty(Mark mark, int end);

    /**
     * A scalar.
     *
     * @param plain whether it has no quotes, block indicator or tag
     */
    N scalar(Mark mark, int end, SourceText text, boolean plain);

    /** A list. */
    N list(Mark mark, int end, List<N> items);

    /** A mapping: each key followed by its value, in the order in which they are written, including repeated keys. */
    N mapping(Mark mark, int end, List<N> keysAndValues);

    /** An alias, written from {@code mark} to {@code end}, of a node that has been made. */
    N alias(Mark mark, int end, N target);
}
