package io.falconer.suite;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition over the values of a test's case, as in {@code ${image} != nginx or ${ns} in (a, b)}: {@code and}, {@code
 * or}, {@code not}, parentheses, and words compared by {@code =}, {@code ==}, {@code !=} and {@code in}.
 */
sealed interface CaseCondition {
    /** Whether it holds for these values. */
    boolean holds(Map<String, String> values);

    /** All of these hold. */
    record And(List<CaseCondition> operands) implements CaseCondition {
        public And {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean holds(Map<String, String> values) {
            return operands.stream().allMatch(o -> o.holds(values));
        }
    }

    /** One of these holds. */
    record Or(List<CaseCondition> operands) implements CaseCondition {
        public Or {
            operands = List.copyOf(operands);
        }

        @Override
        public boolean holds(Map<String, String> values) {
            return operands.stream().anyMatch(o -> o.holds(values));
        }
    }

    /** The operand does not hold. */
    record Not(CaseCondition operand) implements CaseCondition {
        @Override
        public boolean holds(Map<String, String> values) {
            return !operand.holds(values);
        }
    }

    /** The word, its variables replaced, is one of these. */
    record In(String word, List<String> words) implements CaseCondition {
        public In {
            words = List.copyOf(words);
        }

        @Override
        public boolean holds(Map<String, String> values) {
            String left = Variables.replace(word, values);
            return words.stream().anyMatch(w -> Variables.replace(w, values).equals(left));
        }
    }

    /**
     * Reads {@code text}, whose variables must be among {@code names}.
     *
     * @throws CaseConditionParser.Malformed if it is not such a condition
     */
    static CaseCondition parse(String text, Set<String> names) throws CaseConditionParser.Malformed {
        return new CaseConditionParser(text, names).parse();
    }
}
