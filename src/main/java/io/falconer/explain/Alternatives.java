package io.falconer.explain;

import java.util.List;
import java.util.stream.Stream;

/** Which of the alternatives of a condition make it hold. */
final class Alternatives {
    private Alternatives() {}

    /**
     * Of each {@code or} that has to hold and of which not every part holds, what the first part that does consists of: of a rule
     * that looks at each container, the checks of the container because of which it fires.
     *
     * @param condition a condition that holds
     */
    static List<Part> of(Part condition) {
        return within(condition).toList();
    }

    private static Stream<Part> within(Part part) {
        return switch (part) {
            case Part.Junction junction
            when junction.all() -> junction.parts().stream().flatMap(Alternatives::within);
            case Part.Junction or when decides(or) -> parts(first(or));
            case Part.Junction or -> within(first(or));
            case Part.Macro macro -> within(macro.inner());
            case Part.Negation negation -> Stream.empty();
            case Part.Excepted exception -> Stream.empty();
            case Part.Tuple tuple -> Stream.empty();
            case Part.Check check -> Stream.empty();
        };
    }

    /** The parts of a chosen alternative, with those that are chosen within it. */
    private static Stream<Part> parts(Part alternative) {
        return switch (alternative) {
            case Part.Junction junction
            when junction.all() -> junction.parts().stream().flatMap(Alternatives::parts);
            case Part.Junction or when decides(or) -> parts(first(or));
            case Part part -> Stream.of(part);
        };
    }

    private static Part first(Part.Junction or) {
        return or.parts().stream().filter(Part::holds).findFirst().orElseThrow();
    }

    private static boolean decides(Part.Junction or) {
        return !or.parts().stream().allMatch(Part::holds);
    }
}
