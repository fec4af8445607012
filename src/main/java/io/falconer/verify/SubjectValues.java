package io.falconer.verify;

import io.falconer.model.Requirement;
import io.falconer.model.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/** Values of all subjects for which checks are as a solver proposes. Each check is a literal: negative where it is false. */
final class SubjectValues {
    private final CheckVariables checks;
    private final SubjectTheory theory;

    SubjectValues(CheckVariables checks, SubjectTheory theory) {
        this.checks = checks;
        this.theory = theory;
    }

    /** Whether there are values. */
    sealed interface Result {}

    /** Each subject has one, or must have none. */
    record Exist() implements Result {}

    /** A subject has none. Clauses say which checks exclude each other. */
    record Excluded(List<int[]> learned) implements Result {
        Excluded {
            learned = List.copyOf(learned);
        }
    }

    /** Neither was found within the limits. */
    record Unknown() implements Result {}

    /** Whether there are values for which the checks are so. */
    Result decide(Iterable<Integer> literals) {
        List<int[]> learned = new ArrayList<>();
        boolean unknown = false;
        for (Map.Entry<Subject, List<SubjectTheory.Literal>> entry :
                checks.bySubject(literals).entrySet()) {
            switch (theory.decide(entry.getKey(), entry.getValue())) {
                case SubjectTheory.Possible possible -> {}
                case SubjectTheory.Unknown given -> unknown = true;
                case SubjectTheory.Conflict(List<SubjectTheory.Literal> conflict) ->
                    learned.addAll(checks.excluding(entry.getKey(), conflict));
            }
        }
        if (!learned.isEmpty()) {
            return new Excluded(learned);
        }
        return unknown ? new Unknown() : new Exist();
    }

    /** One value of each subject, one of {@code preferred} where it fits. */
    Map<Subject, Conditions.Witness> witness(Iterable<Integer> literals, Function<Subject, List<String>> preferred) {
        Map<Subject, Conditions.Witness> values = new LinkedHashMap<>();
        checks.bySubject(literals).forEach((subject, own) -> {
            boolean present = own.stream().anyMatch(SubjectTheory.Literal::isTrue);
            values.put(
                    subject,
                    new Conditions.Witness(
                            present,
                            present ? theory.value(subject, own, preferred.apply(subject)) : Optional.empty(),
                            own.stream().anyMatch(literal -> !(literal.requirement() instanceof Requirement.Present))));
        });
        return values;
    }

    /** All values that the checks ask for: none of a subject that must not be there, several of a list. */
    SequencedMap<Subject, List<String>> of(Iterable<Integer> literals, Function<Subject, List<String>> preferred) {
        SequencedMap<Subject, List<String>> values = new LinkedHashMap<>();
        checks.bySubject(literals).forEach((subject, own) -> {
            boolean present = subject.always() || own.stream().anyMatch(SubjectTheory.Literal::isTrue);
            values.put(subject, present ? theory.values(subject, own, preferred.apply(subject)) : List.of());
        });
        return values;
    }
}
