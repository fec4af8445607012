package io.falconer.coverage;

/**
 * What an event has to show: a part with this truth and with effect. A part has effect on an event if the condition of the rule
 * would have the other result if only this part had (modified condition/decision coverage).
 *
 * @param truth whether the part holds; always true for items and values of exceptions, for which it means that they decide
 */
public record Obligation(RulePart part, boolean truth) {
    /** The same for the same obligation of the same rule, whatever suite loads the rule. */
    public String key() {
        return truth + " " + part.key();
    }
}
