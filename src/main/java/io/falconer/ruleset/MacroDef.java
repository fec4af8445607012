package io.falconer.ruleset;

import io.falconer.text.SourceText;

/** A macro as it was collected. The index and visibility are like those of {@link ListDef}. */
record MacroDef(String name, AppendedText text, Context context, Context conditionContext, int index, int visibility) {
    /** A macro as defined at the position {@code now}. */
    static MacroDef defined(String name, SourceText condition, Context context, Context conditionContext, int now) {
        return new MacroDef(name, AppendedText.of(condition, name, context), context, conditionContext, now, now);
    }

    /** The whole condition. */
    SourceText condition() {
        return text.joined();
    }

    MacroDef redefined(MacroDef by, int now) {
        return new MacroDef(name, by.text, by.context, by.conditionContext, index, now);
    }

    MacroDef appended(SourceText more, Context by, int now) {
        return new MacroDef(name, text.and(more, name, by), context, conditionContext, index, now);
    }
}
