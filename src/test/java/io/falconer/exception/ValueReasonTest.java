package io.falconer.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReasonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            legacy: moves; owner jane@example.com; valid until 2027-03-31 | legacy: moves | jane@example.com | 2027-03-31
            owner: team a; expires: 2027-03-31                            | ''            | team a           | 2027-03-31
            a; b;until 2027-03-31                                         | a; b          |                  | 2027-03-31
            the owner asked for it until 2027-03-31                       | the owner asked for it until 2027-03-31 | |
            valid until 2027-02-31                                        | valid until 2027-02-31 | |
            ''                                                            | ''            |                  |
            """)
    void theCommentHasParts(String comment, String reason, String owner, LocalDate expires) {
        assertThat(ValueReason.of(comment))
                .isEqualTo(new ValueReason(reason, Optional.ofNullable(owner), Optional.ofNullable(expires)));
    }
}
