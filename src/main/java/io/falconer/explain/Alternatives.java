package io.falconer.explain;

import java.util.List;
import java.util.stream.Stream;

/** Which of the alternatives of a condition make it hold. */
final class Alternatives {
    private Alternatives() {}

    /**
     * Of each {@code or} that has to hold and of which not every part holds, the first part that does, without those around it: of
     * a rule that looks at each container, the check of the container because of which it fires.
     *
     * @param condition a condition that holds
     */
    static List<Part> of(Part condition) {
        return found(condition).toList();
    }

    private static Stream<Part> found(Part part) {
        return switch (part) {
            case Part.Junction junction
            when junction.all() -> junction.parts().stream().flatMap(Alternatives::found);
            case Part.Junction junction -> first(junction);
            case Part.Macro macro -> found(macro.inner());
            case Part.Negation negation -> Stream.empty();
            case Part.Excepted exception -> Stream.empty();
            case Part.Tuple tuple -> Stream.empty();
            case Part.Check check -> Stream.empty();
        };
    }

    private static Stream<Part> first(Part.Junction or) {
        Part first = or.parts().stream().filter(Part::holds).findFirst().orElseThrow();
        List<Part> within = of(first);
        return within.isEmpty() && !or.parts().stream().allMatch(Part::holds) ? Stream.of(first) : within.stream();
    }
}
