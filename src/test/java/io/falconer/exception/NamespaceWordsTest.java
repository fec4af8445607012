package io.falconer.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop        | in namespace `shop`
            pay-*       | in namespaces that begin with `pay-`
            *-dev       | in namespaces that match `*-dev`
            pay-[ab]*   | in namespaces that match `pay-[ab]*`
            a b         | in namespaces `a` or `b`
            a b-* c-*   | in namespaces `a` or that begin with `b-` or `c-`
            a b-* *-c   | in namespaces `a` or that begin with `b-` or that match `*-c`
            a *         | in all namespaces
            """)
    void globsInWords(String globs, String words) {
        assertThat(NamespaceWords.in(List.of(globs.split(" ")))).isEqualTo(words);
    }
}
