package io.falconer.ruleset;

/** A macro as it was collected; index and visibility as in {@link ListDef}. */
record MacroDef(String name, String condition, Context context, Context conditionContext, int index, int visibility) {
    MacroDef redefined(MacroDef by, int now) {
        return new MacroDef(name, by.condition, by.context, by.conditionContext, index, now);
    }

    MacroDef appended(MacroDef more, int now) {
        return new MacroDef(name, condition + " " + more.condition, context, conditionContext, index, now);
    }
}
