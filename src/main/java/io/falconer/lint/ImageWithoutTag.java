package io.falconer.lint;

import io.falconer.condition.Right.Text;
import io.falconer.field.EventSource;
import io.falconer.ruleset.Rule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds {@code container.image} compared with an image that has neither tag nor digest. The field is the reference with which
 * the container was started (section 7.4), so {@code nginx} is not {@code nginx:1.27}.
 */
final class ImageWithoutTag {
    private ImageWithoutTag() {}

    static List<RuleFinding> of(Rule rule) {
        if (rule.source() != EventSource.SYSCALL) {
            return List.of();
        }
        return SignedComparison.of(rule.condition()).stream()
                .filter(clause -> clause.isAbout("container.image") && clause.comparesWhole())
                .flatMap(clause -> bare(clause).map(image -> RuleFinding.warning(
                                rule,
                                clause.comparison().span(),
                                "image-without-tag",
                                "container.image contains the tag or digest that the"
                                        + " container was started with, so \"" + image + ":1.0\" does not equal"
                                        + " \"" + image + "\"")
                        .withHint("compare container.image.repository, which has neither tag nor digest")))
                .limit(Findings.MOST)
                .toList();
    }

    /** The first image without tag and digest. */
    private static Stream<String> bare(SignedComparison clause) {
        return clause.constants().stream()
                .map(Text::value)
                .filter(image -> !image.isEmpty()
                        && image.indexOf('@') < 0
                        && image.indexOf(':', image.lastIndexOf('/') + 1) < 0)
                .limit(1);
    }
}
