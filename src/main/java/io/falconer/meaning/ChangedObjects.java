package io.falconer.meaning;

import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Statement;
import io.falconer.policy.View;
import java.util.List;
import java.util.function.Function;

/** Requests that create or change an object. */
final class ChangedObjects {
    private ChangedObjects() {}

    /**
     * An object is created or changed, and something is wrong with it. A patch shows only what it changes; how the object is
     * then, the response shows.
     *
     * @param wrong what is wrong with the object at a place
     */
    static Statement of(List<String> resources, String group, View view, Function<Leaf, Statement> wrong)
            throws TooLarge {
        Leaf stored = new Leaf(View.ADMITTED.path());
        Statement is = wrong.apply(new Leaf(view.path()));
        return Statement.all(
                LoggedRequests.accepted(List.of("create", "update", "patch"), resources),
                LoggedRequests.inGroups(List.of(group)),
                switch (view) {
                    case ADMITTED -> is;
                    case REQUEST ->
                        Statement.any(
                                is,
                                Statement.all(
                                        LoggedRequests.is(LoggedRequests.VERB, List.of("patch")), wrong.apply(stored)));
                });
    }
}
