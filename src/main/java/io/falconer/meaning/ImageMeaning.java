package io.falconer.meaning;

import io.falconer.language.Automaton;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import io.falconer.model.ImageReferences;
import io.falconer.model.Patterns;
import io.falconer.policy.ImagePattern;
import java.util.ArrayList;
import java.util.List;

/** The references that a policy's patterns of images mean, among those that runtimes read. */
final class ImageMeaning {
    private static final String HUB = "((index\\.)?docker\\.io/)";
    private static final String LIBRARY = "library/";
    private static final String ONE_PART = "[^/]+";

    private ImageMeaning() {}

    /** The references that one of {@code patterns} matches. */
    static Automaton of(List<ImagePattern> patterns) throws TooLarge {
        List<Automaton> some = new ArrayList<>();
        for (ImagePattern pattern : patterns) {
            some.add(Patterns.language(regex(pattern)));
            if (isHub(pattern) && pattern.path().isEmpty()) {
                some.add(ImageReferences.withoutRegistry());
            }
        }
        return Products.union(some);
    }

    private static boolean isHub(ImagePattern pattern) {
        return pattern.registry().equals(ImagePattern.DOCKER_HUB);
    }

    /** The spellings of a pattern, except those of all of Docker Hub that leave it out. */
    private static String regex(ImagePattern pattern) {
        String path = Patterns.literal(pattern.path());
        if (path.isEmpty()) {
            return (isHub(pattern) ? HUB : Patterns.literal(pattern.registry()) + "/") + ".+";
        }
        if (!isHub(pattern)) {
            return Patterns.literal(pattern.registry()) + "/" + path + rest(pattern);
        }
        String hub = HUB + (namesRegistry(pattern) ? "" : "?");
        if (pattern.below()) {
            String official = pattern.path().equals("library") ? "|" + HUB + "?" + ONE_PART : "";
            return hub + path + rest(pattern) + official;
        }
        boolean official = pattern.path().startsWith(LIBRARY) && pattern.path().indexOf('/', LIBRARY.length()) < 0;
        String name = official ? "(library/)?" + Patterns.literal(pattern.path().substring(LIBRARY.length())) : path;
        return hub + name + rest(pattern);
    }

    /** Without Docker Hub before it, a first part with a dot, or {@code localhost}, is a registry. */
    private static boolean namesRegistry(ImagePattern pattern) {
        String[] parts = pattern.path().split("/", -1);
        return (parts.length > 1 || pattern.below()) && (parts[0].contains(".") || parts[0].equals("localhost"));
    }

    /** What may follow the repository or the prefix. A reference with a digest runs the image of the digest. */
    private static String rest(ImagePattern pattern) {
        if (pattern.below()) {
            return "/.+";
        }
        String tag = pattern.tag().map(t -> ":" + Patterns.literal(t)).orElse("(:[^/@]*)?");
        String digest = pattern.digest()
                .map(d -> "@" + Patterns.literal(d))
                .orElse(pattern.tag().isPresent() ? "" : "(@.*)?");
        return tag + digest;
    }

    /** The references that have one of {@code tags}. With neither tag nor digest, it is {@code latest}. */
    static Automaton tagged(List<String> tags) throws TooLarge {
        Automaton all = tags.contains("latest") ? ImageReferences.untagged() : Automaton.none();
        for (String tag : tags) {
            all = Products.union(all, ImageReferences.tagged(tag));
        }
        return all;
    }
}
