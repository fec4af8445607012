package io.falconer.proof;

import io.falconer.policy.ImagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Image references that a pattern matches, and references that only look similar. */
final class ImageSamples {
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String OTHER_DIGEST = "sha256:" + "fedcba9876543210".repeat(4);

    private ImageSamples() {}

    /** References that the pattern matches, in all spellings. */
    static List<String> meant(ImagePattern pattern) {
        String full = pattern.registry()
                + (pattern.path().isEmpty() ? "" : "/" + pattern.path())
                + (pattern.below() ? "/app" : "");
        List<String> names = new ArrayList<>(List.of(full));
        if (pattern.registry().equals(ImagePattern.DOCKER_HUB)) {
            String path = full.substring(ImagePattern.DOCKER_HUB.length() + 1);
            names.add("index." + full);
            names.add(path);
            if (path.startsWith("library/")) {
                String official = path.substring("library/".length());
                names.addAll(List.of(official, "docker.io/" + official, "index.docker.io/" + official));
            }
        }
        return names.stream()
                .flatMap(name -> suffixes(pattern).stream().map(suffix -> name + suffix))
                .filter(pattern::matches)
                .distinct()
                .toList();
    }

    /** The repository of a reference, without tag and digest. */
    static String repository(String reference) {
        String named = reference.replaceAll("@.*", "");
        int tag = named.indexOf(':', named.lastIndexOf('/') + 1);
        return tag < 0 ? named : named.substring(0, tag);
    }

    /** References that a careless rule could confuse with those of the pattern. */
    static List<String> alike(ImagePattern pattern) {
        String path = pattern.path().isEmpty() ? "app" : pattern.path();
        String name = pattern.registry() + "/" + path;
        String suffix = suffixes(pattern).getFirst();
        List<String> references = new ArrayList<>(List.of(
                name + "-evil" + (pattern.below() ? "/app" : suffix),
                name + "evil" + (pattern.below() ? "/x" : suffix),
                "evil.example.com/" + path + (pattern.below() ? "/app" : suffix),
                pattern.registry().replaceAll(":[0-9]+$", "") + ":5001/" + path + (pattern.below() ? "/app" : suffix),
                path + ":5000/evil",
                "evil.example.com/" + name + (pattern.below() ? "/app" : suffix)));
        if (!pattern.below()) {
            references.add(name + "/evil" + suffix);
        }
        if (!pattern.isRepository()) {
            references.addAll(List.of(
                    name,
                    name + ":other",
                    name + "@" + OTHER_DIGEST,
                    name + suffix + "-evil",
                    name + ":other@" + OTHER_DIGEST));
            pattern.tag().ifPresent(tag -> references.add(name + ":" + tag + "@" + OTHER_DIGEST));
        }
        return references;
    }

    private static List<String> suffixes(ImagePattern pattern) {
        Optional<String> digest = pattern.digest().map(d -> "@" + d);
        if (pattern.tag().isPresent()) {
            return List.of(":" + pattern.tag().get() + digest.orElse(""));
        }
        return digest.map(d -> List.of(d, ":1.0" + d)).orElse(List.of(":1.0", "", "@" + DIGEST, ":1.0@" + DIGEST));
    }
}
