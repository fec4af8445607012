package io.falconer.mutation;

/** A kind of change. Each is a mistake that people make when they write or edit rules. */
public enum Mutator {
    DROP_CLAUSE("drop clause"),
    NEGATE("negate"),
    AND_OR("swap and/or"),
    OPERATOR("other operator"),
    REMOVE_ITEM("remove list item"),
    REMOVE_EXCEPTION_VALUE("remove exception value"),
    /** As if the event had no value for the field. */
    NULL_FIELD("no value"),
    WIDEN_GLOB("widen pattern"),
    OTHER_MACRO("other macro");

    private final String words;

    Mutator(String words) {
        this.words = words;
    }

    /** As reports name it. */
    public String words() {
        return words;
    }
}
