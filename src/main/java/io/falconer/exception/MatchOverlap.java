package io.falconer.exception;

import io.falconer.field.Glob;
import io.falconer.language.Automaton;
import io.falconer.language.Globs;
import io.falconer.language.Products;
import io.falconer.language.TooLarge;
import io.falconer.policy.Control;
import io.falconer.policy.ExceptionMatch;
import io.falconer.policy.ImagePattern;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import java.util.List;
import java.util.Optional;

/** Whether two exceptions of a policy can silence the same alert. */
final class MatchOverlap {
    private MatchOverlap() {}

    /** Whether they except from the same check, and one event can match both. */
    static boolean overlap(Policy policy, PolicyException one, PolicyException other) {
        return policy.controls().stream().anyMatch(control -> shareCheck(control, one, other))
                && overlap(one.match(), other.match())
                && namespaces(MatchWords.namespaces(one), MatchWords.namespaces(other));
    }

    private static boolean shareCheck(Control control, PolicyException one, PolicyException other) {
        return control.checks().stream()
                .anyMatch(check -> one.covers(control.kind(), check) && other.covers(control.kind(), check));
    }

    private static boolean overlap(ExceptionMatch one, ExceptionMatch other) {
        return same(one.user(), other.user())
                && same(one.serviceAccount(), other.serviceAccount())
                && same(one.process(), other.process())
                && (one.image().isEmpty()
                        || other.image().isEmpty()
                        || images(one.image().get(), other.image().get()));
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** Whether one image can match both patterns. */
    static boolean images(ImagePattern one, ImagePattern other) {
        if (!one.registry().equals(other.registry())) {
            return false;
        }
        if (one.below() || other.below()) {
            return (one.below() && isBelow(one.path(), other.path()))
                    || (other.below() && isBelow(other.path(), one.path()))
                    || (one.below() && other.below() && one.path().equals(other.path()));
        }
        boolean references = one.isRepository()
                || other.isRepository()
                || (one.digest().equals(other.digest()) && same(one.tag(), other.tag()));
        return one.path().equals(other.path()) && references;
    }

    private static boolean isBelow(String path, String image) {
        return path.isEmpty() || image.startsWith(path + "/");
    }

    private static boolean namespaces(List<String> one, List<String> other) {
        return one.isEmpty()
                || other.isEmpty()
                || one.stream().anyMatch(glob -> other.stream().anyMatch(each -> globs(glob, each)));
    }

    /** Whether a name matches both globs. If that takes too long to say, it may. */
    static boolean globs(String one, String other) {
        try {
            return !Products.intersection(automaton(one), automaton(other)).isEmpty();
        } catch (TooLarge e) {
            return true;
        }
    }

    private static Automaton automaton(String glob) throws TooLarge {
        return Globs.of(Glob.compile(glob, false));
    }
}
