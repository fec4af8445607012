package io.falconer.template;

import io.falconer.policy.View;
import java.util.Optional;

/**
 * Something to know about how exactly a rule says what its check means.
 *
 * @param what the thing that no rule can say, where {@code exactness} is that
 * @param exactness how exact the rule is because of it
 * @param view the view for which it holds; empty: for both
 * @param reason what it is, in a sentence
 * @param narrows what brings the rule closer to the policy
 */
public record Caveat(String what, Exactness exactness, Optional<View> view, String reason, Optional<String> narrows) {}
