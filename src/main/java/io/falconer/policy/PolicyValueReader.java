package io.falconer.policy;

import com.google.re2j.Pattern;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.FalcoRange;
import io.falconer.ruleset.PluginList;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.Version;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads values whose types several parts of a policy share, from one mapping. */
final class PolicyValueReader {
    private static final Pattern IMAGE_TAG = Pattern.compile(NameSyntax.IMAGE_TAG);

    private static final String GLOB_HINT = "use lower-case letters, digits, - and the wildcards *, ? and [a-z]";

    private final MappingReader reader;

    PolicyValueReader(MappingReader reader) {
        this.reader = reader;
    }

    /** The namespaces under {@code match}; all namespaces if the key is absent. */
    NamespaceMatch match() {
        return reader.mapping("match")
                .map(match -> {
                    PolicyValueReader within = new PolicyValueReader(match);
                    NamespaceMatch read =
                            new NamespaceMatch(within.globs("namespaces"), within.globs("excludeNamespaces"));
                    match.finish();
                    return read;
                })
                .orElse(NamespaceMatch.ALL);
    }

    /** The releases of Falco that {@code falco} names, the oldest first; none if it is absent. */
    List<Falco> falco() {
        return reader.string("falco")
                .map(given -> switch (FalcoRange.of(given.value())) {
                    case FalcoRange.Versions versions -> versions.releases();
                    case FalcoRange.Mistake mistake -> {
                        reader.error(given.span(), "bad-falco", mistake.problem(), mistake.hint());
                        yield List.<Falco>of();
                    }
                })
                .orElse(List.of());
    }

    /** The versions of the plugins that {@code plugins} names; none if it is absent. */
    Map<String, Version> plugins() {
        notEmpty("plugins");
        List<Located<String>> given = reader.strings("plugins");
        return switch (PluginList.of(given.stream().map(Located::value).toList())) {
            case PluginList.Plugins plugins -> plugins.versions();
            case PluginList.Mistake mistake -> {
                reader.error(given.get(mistake.item()).span(), "bad-plugin", mistake.problem(), mistake.hint());
                yield Map.of();
            }
        };
    }

    Optional<Priority> priority() {
        return reader.string("priority").flatMap(given -> {
            Optional<Priority> priority = Priority.of(given.value());
            if (priority.isEmpty()) {
                Map<String, Priority> known = new LinkedHashMap<>();
                for (Priority each : Priority.values()) {
                    known.put(each.name(), each);
                }
                reader.choice("priority", known);
            }
            return priority;
        });
    }

    List<String> tags() {
        return valid("tags", NameSyntax::isTag, "bad-tag", "is not a tag", "use letters, digits and _ . / : -");
    }

    /** Namespace globs, at least one if the key is present. */
    List<String> globs(String key) {
        notEmpty(key);
        return valid(key, Namespaces::isGlob, "bad-glob", "cannot match a namespace", GLOB_HINT);
    }

    Optional<String> glob(String key) {
        return reader.string(key)
                .filter(given -> valid(given, Namespaces::isGlob, "bad-glob", "cannot match a namespace", GLOB_HINT))
                .map(Located::value);
    }

    /** A text that fits in a Falco constant. */
    Optional<String> text(String key) {
        return reader.string(key).flatMap(this::text);
    }

    /** Texts that fit in Falco constants, at least one if the key is present. */
    List<String> texts(String key) {
        notEmpty(key);
        return reader.strings(key).stream()
                .flatMap(given -> text(given).stream())
                .distinct()
                .toList();
    }

    private Optional<String> text(Located<String> found) {
        return Optional.of(found)
                .filter(given -> valid(
                        given,
                        text -> !text.isEmpty()
                                && text.getBytes(StandardCharsets.UTF_8).length <= NameSyntax.LONGEST_CONSTANT,
                        "bad-length",
                        "must have 1 to " + NameSyntax.LONGEST_CONSTANT + " bytes",
                        "Falco does not accept longer constants"))
                .map(Located::value);
    }

    List<ImagePattern> images(String key) {
        notEmpty(key);
        return reader.strings(key).stream()
                .flatMap(given -> image(given).stream())
                .toList();
    }

    Optional<ImagePattern> image(String key) {
        return reader.string(key).flatMap(this::image);
    }

    /** Images without tag and digest, at least one if the key is present. */
    List<ImagePattern> repositories(String key) {
        notEmpty(key);
        return reader.strings(key).stream()
                .flatMap(given -> repository(given).stream())
                .toList();
    }

    Optional<ImagePattern> repository(String key) {
        return reader.string(key).flatMap(this::repository);
    }

    private Optional<ImagePattern> repository(Located<String> given) {
        Optional<ImagePattern> image = image(given);
        image.filter(pattern -> !pattern.isRepository())
                .ifPresent(pattern -> reader.error(
                        given.span(),
                        "bad-image",
                        "this image must be a repository, without tag or digest",
                        "write repo or prefix/*"));
        return image.filter(ImagePattern::isRepository);
    }

    /** Tags of images, at least one if the key is present. */
    List<String> imageTags(String key) {
        notEmpty(key);
        return valid(key, IMAGE_TAG::matches, "bad-tag", "is not a tag of an image", "write a tag such as latest");
    }

    private Optional<ImagePattern> image(Located<String> given) {
        Optional<String> problem = ImagePattern.problem(given.value());
        if (problem.isPresent()) {
            reader.error(
                    given.span(),
                    "bad-image",
                    "\"" + given.value() + "\" is not an image pattern: " + problem.get(),
                    "write repo, repo:tag, repo@digest or prefix/*");
            return Optional.empty();
        }
        if (given.value().length() > NameSyntax.LONGEST_IMAGE) {
            reader.error(
                    given.span(),
                    "bad-length",
                    "an image may have at most " + NameSyntax.LONGEST_IMAGE + " characters",
                    "its spellings must fit into Falco's constants of " + NameSyntax.LONGEST_CONSTANT + " bytes");
            return Optional.empty();
        }
        return Optional.of(ImagePattern.of(given.value()));
    }

    /** Reports a list that is present but empty. */
    void notEmpty(String key) {
        reader.node(key)
                .filter(PolicyValueReader::isEmpty)
                .ifPresent(node -> reader.error(
                        node.span(),
                        "empty-list",
                        "\"" + key + "\" is empty",
                        "add at least one item, or leave the key out"));
    }

    private static boolean isEmpty(YamlNode node) {
        return switch (node) {
            case YamlNode.Sequence list -> list.items().isEmpty();
            case YamlNode.Mapping mapping -> mapping.entries().isEmpty();
            case YamlNode.Scalar scalar -> false;
        };
    }

    List<String> valid(String key, Predicate<String> rule, String code, String what, String hint) {
        return reader.strings(key).stream()
                .filter(given -> valid(given, rule, code, what, hint))
                .map(Located::value)
                .distinct()
                .toList();
    }

    private boolean valid(Located<String> given, Predicate<String> rule, String code, String what, String hint) {
        boolean good = rule.test(given.value());
        if (!good) {
            String shown = given.value().length() > 60 ? given.value().substring(0, 57) + "..." : given.value();
            reader.error(given.span(), code, "\"" + shown + "\" " + what, hint);
        }
        return good;
    }
}
