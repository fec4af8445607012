package io.falconer.meaning;

import io.falconer.language.Texts;
import io.falconer.language.TooLarge;
import io.falconer.model.Leaf;
import io.falconer.model.Patterns;
import io.falconer.model.Statement;
import java.util.List;

/** What the audit log says of the request itself. */
final class LoggedRequests {
    static final Leaf VERB = Leaf.ROOT.at("verb");
    static final Leaf STATUS = Leaf.ROOT.at("responseStatus", "code");
    private static final Leaf OBJECT = Leaf.ROOT.at("objectRef");
    static final Leaf SUBRESOURCE = OBJECT.at("subresource");

    private LoggedRequests() {}

    /** The API server accepted a request with one of these verbs for one of these resources. */
    static Statement accepted(List<String> verbs, List<String> resources) throws TooLarge {
        return Statement.all(
                answered(),
                is(VERB, verbs),
                is(OBJECT.at("resource"), resources),
                new Statement.Within(STATUS, Patterns.language("2[0-9][0-9]")));
    }

    /** The API server answered the request. */
    static Statement answered() throws TooLarge {
        return is(Leaf.ROOT.at("stage"), List.of("ResponseComplete"));
    }

    /** An event without a group counts as one of the group that Kubernetes has the resource in. */
    static Statement inGroups(List<String> groups) throws TooLarge {
        Leaf group = OBJECT.at("apiGroup");
        return Statement.any(Statement.not(new Statement.Present(group)), is(group, groups));
    }

    static Statement is(Leaf leaf, List<String> texts) throws TooLarge {
        return new Statement.Within(leaf, Texts.of(texts));
    }
}
