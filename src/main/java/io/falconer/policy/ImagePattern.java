package io.falconer.policy;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Images that a policy names: a repository with any tag or digest, one tag, one digest, or everything below a path. Registry
 * and path are in their full form: {@code nginx} is {@code docker.io} and {@code library/nginx}.
 *
 * @param registry the host, with its port if it has one
 * @param path the repository without the registry, or the prefix; empty for a whole registry
 * @param tag the only tag that matches, if the pattern has one
 * @param digest the only digest that matches, if the pattern has one
 * @param below whether the pattern matches everything below the path
 */
public record ImagePattern(String registry, String path, Optional<String> tag, Optional<String> digest, boolean below) {
    /** The registry of image names that do not contain one. */
    public static final String DOCKER_HUB = "docker.io";

    private static final Pattern REGISTRY =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?");
    private static final Pattern PATH = Pattern.compile("[a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile(
            "sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}|(?:blake3|multihash|x-[a-z0-9+._-]+):[A-Za-z0-9=_.-]+");

    /**
     * The pattern that {@code text} spells.
     *
     * @throws IllegalArgumentException if {@link #problem(String)} is not empty
     */
    public static ImagePattern of(String text) {
        boolean below = text.endsWith("/*");
        String rest = below ? text.substring(0, text.length() - 2) : text;
        int at = rest.indexOf('@');
        Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(rest.substring(at + 1));
        rest = at < 0 ? rest : rest.substring(0, at);
        int colon = below ? -1 : rest.indexOf(':', rest.lastIndexOf('/') + 1);
        Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1));
        rest = colon < 0 ? rest : rest.substring(0, colon);
        ImagePattern pattern = of(rest, tag, digest, below);
        pattern.fault().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return pattern;
    }

    /** Why {@code text} is not a pattern. */
    public static Optional<String> problem(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() == null ? "not an image" : e.getMessage());
        }
    }

    private static ImagePattern of(String name, Optional<String> tag, Optional<String> digest, boolean below) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? name : name.substring(0, slash);
        boolean whole = slash < 0 && below;
        boolean named = (slash >= 0 || whole) && isRegistry(first);
        String registry = named ? first : DOCKER_HUB;
        registry = registry.equals("index.docker.io") ? DOCKER_HUB : registry;
        String path = named ? (whole ? "" : name.substring(slash + 1)) : name;
        boolean official = registry.equals(DOCKER_HUB) && !path.isEmpty() && path.indexOf('/') < 0 && !below;
        return new ImagePattern(registry, official ? "library/" + path : path, tag, digest, below);
    }

    /** A first component is a registry if it looks like a host. Every container engine uses this rule. */
    private static boolean isRegistry(String first) {
        return first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || first.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    private Optional<String> fault() {
        if (!REGISTRY.matches(registry)) {
            return Optional.of("\"" + registry + "\" is not a registry");
        }
        if (path.isEmpty() ? !below : !PATH.matches(path)) {
            return Optional.of(
                    path.indexOf('*') >= 0
                            ? "* is only allowed at the end, as in registry.example.com/team/*"
                            : "a repository has parts of a-z, 0-9, ., _ and -, joined by /");
        }
        if (tag.isPresent() && !TAG.matches(tag.get())) {
            return Optional.of("\"" + tag.get() + "\" is not a tag");
        }
        if (digest.isPresent() && (below || !DIGEST.matches(digest.get()))) {
            return Optional.of("\"" + digest.get() + "\" is not a digest; sha256: requires 64 hexadecimal digits");
        }
        return Optional.empty();
    }

    /**
     * Whether the pattern matches a container's {@code image}. All spellings of an image are the same image. A reference with a
     * digest means that digest, so a pattern with only a tag does not match it.
     */
    public boolean matches(String reference) {
        int at = reference.indexOf('@');
        Optional<String> itsDigest = at < 0 ? Optional.empty() : Optional.of(reference.substring(at + 1));
        String rest = at < 0 ? reference : reference.substring(0, at);
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        Optional<String> itsTag = colon < 0 ? Optional.empty() : Optional.of(rest.substring(colon + 1));
        ImagePattern image = of(colon < 0 ? rest : rest.substring(0, colon), itsTag, itsDigest, false);
        if (!registry.equals(image.registry) || image.path.isEmpty()) {
            return false;
        }
        if (below) {
            return path.isEmpty() || image.path.startsWith(path + "/");
        }
        boolean sameDigest = digest.isPresent() ? digest.equals(itsDigest) : tag.isEmpty() || itsDigest.isEmpty();
        return path.equals(image.path) && sameDigest && (tag.isEmpty() || tag.equals(itsTag));
    }

    /** Whether tags and digests have no effect. */
    public boolean isRepository() {
        return tag.isEmpty() && digest.isEmpty();
    }

    /** The pattern in its full form. */
    @Override
    public String toString() {
        return registry
                + (path.isEmpty() ? "" : "/" + path)
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("")
                + (below ? "/*" : "");
    }
}
