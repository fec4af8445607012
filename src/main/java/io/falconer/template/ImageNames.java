package io.falconer.template;

import static io.falconer.policy.ImagePattern.DOCKER_HUB;

import io.falconer.policy.ImagePattern;
import java.util.ArrayList;
import java.util.List;

/** The ways in which manifests and runtimes spell one image. */
final class ImageNames {
    private static final String LIBRARY = "library/";

    private ImageNames() {}

    /** Every spelling of the pattern's repository or prefix, without tag and digest. */
    static List<String> spellings(ImagePattern image) {
        if (!image.registry().equals(DOCKER_HUB)) {
            return List.of(image.registry() + (image.path().isEmpty() ? "" : "/" + image.path()));
        }
        List<String> spellings = new ArrayList<>();
        List<String> registries = List.of(DOCKER_HUB + "/", "index." + DOCKER_HUB + "/");
        for (String registry :
                startsLikeRegistry(image) ? registries : List.of("", registries.get(0), registries.get(1))) {
            if (isOfficial(image)) {
                spellings.add(registry + image.path().substring(LIBRARY.length()));
            }
            spellings.add(registry + image.path());
        }
        return spellings;
    }

    /** A regular expression for every spelling of the pattern's repository. */
    static String regex(ImagePattern image) {
        if (!image.registry().equals(DOCKER_HUB)) {
            return escape(image.registry() + (image.path().isEmpty() ? "" : "/" + image.path()));
        }
        String path = isOfficial(image)
                ? "(" + LIBRARY + ")?" + escape(image.path().substring(LIBRARY.length()))
                : escape(image.path());
        return "((index\\.)?docker\\.io/)" + (startsLikeRegistry(image) ? "" : "?") + path;
    }

    /** Whether the path would name a registry if Docker Hub were left out: {@code my.org/app}. */
    private static boolean startsLikeRegistry(ImagePattern image) {
        int slash = image.path().indexOf('/');
        String first = slash < 0 ? image.path() : image.path().substring(0, slash);
        return (slash >= 0 || image.below()) && (first.indexOf('.') >= 0 || first.equals("localhost"));
    }

    /** Whether it is one of Docker's own images, whose path is optional. */
    static boolean isOfficial(ImagePattern image) {
        return !image.below()
                && image.path().startsWith(LIBRARY)
                && image.path().indexOf('/') == LIBRARY.length() - 1
                && image.path().indexOf('/', LIBRARY.length()) < 0;
    }

    /** The text as a regular expression. */
    static String escape(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(".+".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
        }
        return regex.toString();
    }
}
