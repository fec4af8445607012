package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.event.manifest.AuditView;
import io.falconer.event.manifest.Verb;
import java.util.List;
import java.util.Map;

/** The words that suites may use, in the order in which people read about them, for those who describe the format. */
public final class Vocabulary {
    static final Map<String, UnexpectedAlerts> UNEXPECTED = EnumWords.of(List.of(UnexpectedAlerts.values()));
    static final Map<String, RuleMatching> RULE_MATCHING = EnumWords.of(List.of(RuleMatching.values()));
    static final Map<String, Verb> VERBS = EnumWords.of(List.of(Verb.values()));
    static final Map<String, AuditView> VIEWS = EnumWords.of(List.of(AuditView.values()));

    private Vocabulary() {}

    /** What may become of unexpected alerts. */
    public static List<String> unexpected() {
        return List.copyOf(UNEXPECTED.keySet());
    }

    /** Which of the rules that match may fire. */
    public static List<String> ruleMatching() {
        return List.copyOf(RULE_MATCHING.keySet());
    }

    /** What may be done with the objects of a manifest. */
    public static List<String> verbs() {
        return List.copyOf(VERBS.keySet());
    }

    /** How much of a request the events of a manifest may show. */
    public static List<String> views() {
        return List.copyOf(VIEWS.keySet());
    }

    /** The operations of a patch. */
    public static List<String> operations() {
        return List.copyOf(Patch.OPERATIONS.keySet());
    }

    /** The matchers that take a text. */
    public static List<String> textMatchers() {
        return MatcherReader.TEXTS;
    }

    /** What a path of a patch looks like, as a regular expression: a JSON Pointer. */
    public static String pointer() {
        return "(?:/(?:[^/~]|~[01])*)*";
    }
}
