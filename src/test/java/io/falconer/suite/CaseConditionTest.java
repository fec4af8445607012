package io.falconer.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseConditionTest {
    private static final Map<String, String> VALUES =
            Map.of("image", "myregistry/nginx", "ns", "default", "odd", "a or b = c");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ${image} = myregistry/nginx                              | true
                    ${image} == evil/nginx                                   | false
                    ${image} != myregistry/nginx or ${ns} != load-balancer   | true
                    ${image} != myregistry/nginx and ${ns} != load-balancer  | false
                    not ${image} = myregistry/nginx                          | false
                    not (${ns} = a or ${ns} = b)                             | true
                    ${ns} in (a, default)                                    | true
                    ${ns} in (a,b)                                           | false
                    ${image}:1.27 = 'myregistry/nginx:1.27'                  | true
                    ${odd} = "a or b = c"                                    | true
                    ${ns}=default                                            | true
                    ${ns} = x and ${ns} = y or ${ns} = default               | true
                    """)
    void aConditionHoldsForACase(String when, boolean holds) throws CaseConditionParser.Malformed {
        assertThat(CaseCondition.parse(when, VALUES.keySet()).holds(VALUES)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ${image}               | expected =, != or in after `${image}`  | 8
                    ${imag} = a            | no case has a value `imag`             | 0
                    ${ns} = (a             | expected a word, found `(`             | 8
                    (${ns} = a             | expected `)`                           | 10
                    ${ns} = a b            | unexpected `b`                         | 10
                    ${ns} = 'a             | the quote is not closed                | 8
                    ${ns} = a or           | expected a word at the end             | 12
                    """)
    void aMistakeIsToldWithItsPlace(String when, String message, int offset) {
        assertThatThrownBy(() -> CaseCondition.parse(when, VALUES.keySet()))
                .isInstanceOfSatisfying(CaseConditionParser.Malformed.class, e -> {
                    assertThat(e).hasMessage(message);
                    assertThat(e.offset()).isEqualTo(offset);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not "})
    void deepNestingIsRefused(String opening) {
        assertThatThrownBy(() -> CaseCondition.parse(opening.repeat(100_000) + "a = b", VALUES.keySet()))
                .hasMessage("nested too deeply");
    }
}
