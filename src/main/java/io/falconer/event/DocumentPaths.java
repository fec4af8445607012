package io.falconer.event;

import io.falconer.event.json.Projection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of audit events that something reads.
 *
 * @param paths keys to follow, through the elements of arrays; everything below their ends is read, and an empty path means the
 *     whole document
 */
public record DocumentPaths(Set<List<String>> paths) {
    /** Nothing. */
    public static final DocumentPaths NONE = new DocumentPaths(Set.of());

    /** The whole document. */
    public static final DocumentPaths ALL = new DocumentPaths(Set.of(List.of()));

    public DocumentPaths {
        paths = Set.copyOf(paths);
    }

    /** What is at the end of one path. */
    public static DocumentPaths of(String... keys) {
        return new DocumentPaths(Set.of(List.of(keys)));
    }

    /** These and others. */
    public DocumentPaths and(DocumentPaths others) {
        Set<List<String>> both = new LinkedHashSet<>(paths);
        both.addAll(others.paths);
        return new DocumentPaths(both);
    }

    /** The same parts of documents that are under a key of another document. */
    public DocumentPaths under(String key) {
        return new DocumentPaths(paths.stream()
                .map(path -> Stream.concat(Stream.of(key), path.stream()).toList())
                .collect(Collectors.toSet()));
    }

    /** What a scanner must keep of documents. */
    public Projection projection() {
        return Projection.of(paths);
    }
}
