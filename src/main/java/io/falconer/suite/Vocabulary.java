package io.falconer.suite;

import io.falconer.engine.RuleMatching;
import io.falconer.event.manifest.AuditView;
import io.falconer.event.manifest.Verb;
import java.util.List;
import java.util.Map;

/** The words that suites may use, in the order of the documentation, for the description of the format. */
public final class Vocabulary {
    static final Map<String, UnexpectedAlerts> UNEXPECTED = EnumWords.of(List.of(UnexpectedAlerts.values()));
    static final Map<String, RuleMatching> RULE_MATCHING = EnumWords.of(List.of(RuleMatching.values()));
    static final Map<String, Verb> VERBS = EnumWords.of(List.of(Verb.values()));
    static final Map<String, AuditView> VIEWS = EnumWords.of(List.of(AuditView.values()));

    private Vocabulary() {}

    /** How unexpected alerts may be treated. */
    public static List<String> unexpected() {
        return List.copyOf(UNEXPECTED.keySet());
    }

    /** Which of the rules that match may fire. */
    public static List<String> ruleMatching() {
        return List.copyOf(RULE_MATCHING.keySet());
    }

    /** The verbs for the objects of a manifest. */
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

    /** The matchers that accept a text. */
    public static List<String> textMatchers() {
        return MatcherReader.TEXTS;
    }

    /** The regular expression for a path of a patch: a JSON Pointer. */
    public static String pointer() {
        return "(?:/(?:[^/~]|~[01])*)*";
    }
}
