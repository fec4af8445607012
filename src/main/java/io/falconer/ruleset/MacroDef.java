package io.falconer.ruleset;

import io.falconer.text.SourceText;

/** A macro as it was collected; index and visibility as in {@link ListDef}. */
record MacroDef(
        String name, SourceText condition, Context context, Context conditionContext, int index, int visibility) {
    MacroDef redefined(MacroDef by, int now) {
        return new MacroDef(name, by.condition, by.context, by.conditionContext, index, now);
    }

    MacroDef appended(MacroDef more, int now) {
        SourceText joined = Appended.to(condition, more.condition, name, more.context);
        return new MacroDef(name, joined, context, conditionContext, index, now);
    }
}
