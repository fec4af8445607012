package io.falconer.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The warnings of one load, in the order in which they come up. */
final class LoadWarnings {
    private final List<LoadIssue> issues = new ArrayList<>();

    void add(LoadCode code, String message, Context context) {
        add(new LoadIssue(code, message, context.resolve()));
    }

    void add(LoadCode code, String message, Context context, Optional<String> hint) {
        add(new LoadIssue(code, message, context.resolve()).withHint(hint));
    }

    void add(LoadIssue issue) {
        issues.add(issue);
    }

    List<LoadIssue> issues() {
        return List.copyOf(issues);
    }
}
