package io.falconer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "not a = b | \"not a = b\"",
                "not a = \"b c\" | `not a = \"b c\"`",
                "a = `b` | \"a = `b`\"",
                "a = \"`\" | `` a = \"`\" ``"
            })
    void aTextWithQuotesStandsInBackticks(String text, String sentence) {
        assertThat(Quotes.around(text)).isEqualTo(sentence);
    }
}
