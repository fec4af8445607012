package io.falconer.template;

import static io.falconer.policy.ImagePattern.DOCKER_HUB;

import io.falconer.condition.Expr;
import io.falconer.condition.Operand;
import io.falconer.condition.Operator;
import io.falconer.policy.ImagePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks of image references. They recognize an image in any spelling and registry ports, and do not match an image that only
 * starts the same.
 */
public final class ImageChecks {
    /** A name of one component, which belongs to Docker Hub's {@code library}, with tag and digest. */
    private static final String ONE_COMPONENT = "((index\\.)?docker\\.io/)?[^/:@]+([:@][^/]*)?";
    /** A name whose first component is not a registry, except {@code localhost}. */
    private static final String NO_REGISTRY = "[^/.:@A-Z]+/.*";
    /** A reference with neither tag nor digest. A port before a slash is not a tag. */
    private static final String NO_TAG = "([^@]*/)?[^/:@]+";

    private ImageChecks() {}

    /** {@code left}, a full reference, is one of the images. */
    public static Term reference(Operand left, List<ImagePattern> images) {
        List<Term> terms = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        for (ImagePattern image : images) {
            if (image.below()) {
                terms.add(below(left, image));
            } else if (image.tag().isPresent()) {
                String suffix = ":" + image.tag().get()
                        + image.digest().map(d -> "@" + d).orElse("");
                ImageNames.spellings(image).forEach(name -> exact.add(name + suffix));
            } else {
                terms.add(new Term.Of(Checks.compare(left, Operator.REGEX, regex(image))));
            }
        }
        if (!exact.isEmpty()) {
            terms.addFirst(new Term.Of(Checks.in(left, exact)));
        }
        return Term.or(terms);
    }

    /** {@code left}, a repository without tag and digest, is the repository of one of the images. */
    static Term repository(Operand left, List<ImagePattern> images) {
        List<Term> terms = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ImagePattern image : images) {
            if (image.below()) {
                terms.add(below(left, image));
            } else {
                names.addAll(ImageNames.spellings(image));
            }
        }
        if (!names.isEmpty()) {
            terms.addFirst(new Term.Of(Checks.in(left, names)));
        }
        return Term.or(terms);
    }

    /**
     * {@code left}, a full reference, has one of the tags. A reference with neither tag nor digest has the tag {@code latest}.
     */
    static Term tag(Operand left, List<String> tags) {
        List<Term> terms = new ArrayList<>();
        for (String tag : tags) {
            terms.add(new Term.Of(Checks.compare(left, Operator.ENDSWITH, ":" + tag)));
            terms.add(new Term.Of(Checks.compare(left, Operator.CONTAINS, ":" + tag + "@")));
            if (tag.equals("latest")) {
                terms.add(new Term.Of(Checks.compare(left, Operator.REGEX, NO_TAG)));
            }
        }
        return Term.or(terms);
    }

    /**
     * A regular expression for the references of the pattern. A digest identifies the image, whatever the tag is. For a whole
     * registry it matches the references that contain the registry.
     */
    public static String regex(ImagePattern image) {
        String name = ImageNames.regex(image);
        if (image.below()) {
            boolean hub = image.registry().equals(DOCKER_HUB);
            if (hub && image.path().isEmpty()) {
                return "(index\\.)?docker\\.io/.+";
            }
            return hub && image.path().equals("library")
                    ? "((index\\.)?docker\\.io/)?(library/.+|[^/:@]+([:@][^/]*)?)"
                    : name + "/.+";
        }
        if (image.digest().isPresent()) {
            String tag = image.tag().map(t -> ":" + ImageNames.escape(t)).orElse("(:[^/@]*)?");
            return name + tag + "@" + ImageNames.escape(image.digest().get());
        }
        return name + image.tag().map(t -> ":" + ImageNames.escape(t)).orElse("([:@][^/]*)?");
    }

    /**
     * Globs for what runtimes report: repositories for an image without tag and digest, otherwise full references. A digest
     * without a tag has none. Most runtimes write out the registry of a prefix.
     */
    public static List<String> globs(ImagePattern image) {
        List<String> suffixes = new ArrayList<>();
        if (image.below()) {
            suffixes.add("/*");
        } else {
            suffixes.add(image.tag().map(t -> ":" + t).orElse("")
                    + image.digest().map(d -> "@" + d).orElse(""));
        }
        return ImageNames.spellings(image).stream()
                .map(name -> name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> suffixes.stream().map(suffix -> name + suffix))
                .toList();
    }

    private static Term below(Operand left, ImagePattern image) {
        List<Term> terms = new ArrayList<>();
        ImageNames.spellings(image).stream()
                .filter(name -> !name.isEmpty())
                .map(name -> Checks.compare(left, Operator.STARTSWITH, name.endsWith("/") ? name : name + "/"))
                .forEach(check -> terms.add(new Term.Of(check)));
        if (image.registry().equals(DOCKER_HUB) && image.path().isEmpty()) {
            terms.add(new Term.Of(Checks.compare(left, Operator.REGEX, ONE_COMPONENT)));
            Expr implied = Checks.compare(left, Operator.REGEX, NO_REGISTRY);
            Expr local = Checks.compare(left, Operator.STARTSWITH, "localhost/");
            terms.add(Term.and(List.of(new Term.Of(implied), Term.not(new Term.Of(local)))));
        } else if (image.registry().equals(DOCKER_HUB) && image.path().equals("library")) {
            terms.add(new Term.Of(Checks.compare(left, Operator.REGEX, ONE_COMPONENT)));
        }
        return Term.or(terms);
    }
}
