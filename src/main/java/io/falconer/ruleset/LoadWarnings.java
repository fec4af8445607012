package io.falconer.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The warnings of one load, in order. */
final class LoadWarnings {
    private final Falco falco;
    private final List<LoadIssue> issues = new ArrayList<>();

    /** No warnings yet. Warnings that {@code falco} does not know are dropped. */
    LoadWarnings(Falco falco) {
        this.falco = falco;
    }

    void add(LoadCode code, String message, Context context) {
        add(new LoadIssue(code, message, context.resolve()));
    }

    void add(LoadCode code, String message, Context context, Optional<String> hint) {
        add(new LoadIssue(code, message, context.resolve()).withHint(hint));
    }

    void add(LoadIssue issue) {
        if (issue.code() != LoadCode.LOAD_UNKNOWN_KEY || falco.has(LoadTrait.UNKNOWN_KEYS)) {
            issues.add(issue);
        }
    }

    List<LoadIssue> issues() {
        return List.copyOf(issues);
    }
}
