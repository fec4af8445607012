package io.falconer.ruleset;

import java.util.Optional;

/** Ends the loading of a file at its first error; never leaves {@link RuleLoader}. */
final class LoadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LoadIssue issue;

    private LoadFailure(LoadIssue issue) {
        super(issue.message(), null, false, false);
        this.issue = issue;
    }

    LoadIssue issue() {
        return issue;
    }

    static LoadFailure of(LoadCode code, String message, LoadContext context) {
        return new LoadFailure(new LoadIssue(code, message, context));
    }

    /** The same failure with the way to mend it, if there is one to tell. */
    LoadFailure withHint(Optional<String> how) {
        return new LoadFailure(issue.withHint(how));
    }

    /** Something is wrong with the structure of the file. */
    static LoadFailure structure(String message, Context context) {
        return of(LoadCode.LOAD_ERR_YAML_VALIDATE, message, context.resolve());
    }

    /** Something is wrong with what an item says. */
    static LoadFailure invalid(String message, Context context) {
        return of(LoadCode.LOAD_ERR_VALIDATE, message, context.resolve());
    }
}
