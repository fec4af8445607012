package io.falconer.ruleset;

import java.util.Optional;

/** Stops the loading of a file at its first error. It never leaves {@link RuleLoader}. */
final class LoadFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Something that is used but not defined. */
    record Missing(ItemType type, String name) {}

    private final transient LoadIssue issue;
    private final transient Optional<Missing> missing;

    private LoadFailure(LoadIssue issue, Optional<Missing> missing) {
        super(issue.message(), null, false, false);
        this.issue = issue;
        this.missing = missing;
    }

    LoadIssue issue() {
        return issue;
    }

    static LoadFailure of(LoadCode code, String message, LoadContext context) {
        return new LoadFailure(new LoadIssue(code, message, context), Optional.empty());
    }

    /** The same failure with a hint how to fix it, if there is one. */
    LoadFailure withHint(Optional<String> how) {
        return new LoadFailure(issue.withHint(how), missing);
    }

    /** The same failure, because something is missing. */
    LoadFailure missing(ItemType type, String name) {
        return new LoadFailure(issue, Optional.of(new Missing(type, name)));
    }

    /** What is missing. */
    Optional<Missing> missing() {
        return missing;
    }

    /** An error in the structure of the file. */
    static LoadFailure structure(String message, Context context) {
        return of(LoadCode.LOAD_ERR_YAML_VALIDATE, message, context.resolve());
    }

    /** An error in an entry of an exception. Falco reports the exception, Falconer shows the entry. */
    static LoadFailure invalid(String message, Context exception, ExceptionEntry entry) {
        LoadContext context = exception.resolve();
        return of(
                LoadCode.LOAD_ERR_VALIDATE,
                message,
                entry.place().map(context::shownAt).orElse(context));
    }

    /** An error in the content of an item. */
    static LoadFailure invalid(String message, Context context) {
        return of(LoadCode.LOAD_ERR_VALIDATE, message, context.resolve());
    }
}
