package io.falconer.yaml.cpp;

import io.falconer.text.SourceText;
import java.util.List;

/**
 * Makes the nodes that a {@link Parser} finds, innermost first. A mark says where a node begins, its tag and its anchor
 * included; {@code end} is where its text ends, in UTF-16 units.
 */
public interface NodeMaker<N> {
    /** A node that is not there, or is written as {@code ~} or {@code null} without quotes and tag. */
    N empty(Mark mark, int end);

    /**
     * A scalar.
     *
     * @param plain whether it stands without quotes, block indicator and tag
     */
    N scalar(Mark mark, int end, SourceText text, boolean plain);

    /** A list. */
    N list(Mark mark, int end, List<N> items);

    /** A mapping: each key followed by its value, in the order in which they are written, repeated keys included. */
    N mapping(Mark mark, int end, List<N> keysAndValues);

    /** An alias, written from {@code mark} to {@code end}, of a node that has been made. */
    N alias(Mark mark, int end, N target);
}
