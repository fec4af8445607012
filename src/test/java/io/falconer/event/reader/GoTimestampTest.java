package io.falconer.event.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimestampTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01T10:00:00Z | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.5Z | 2026-03-01T10:00:00.5Z",
                "2026-03-01T10:00:00,25Z | 2026-03-01T10:00:00.25Z",
                "2026-03-01T10:00:00.1234567899Z | 2026-03-01T10:00:00.123456789Z",
                "2026-03-01T12:30:00+02:30 | 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00-24:60 | 2026-03-02T11:00:00Z",
                "2026-03-01T9:00:00Z | 2026-03-01T09:00:00Z",
                "2024-02-29T00:00:00Z | 2024-02-29T00:00:00Z",
            })
    void readsWhatGoReads(String text, String instant) {
        Instant expected = Instant.parse(instant);
        assertThat(GoTimestamp.nanos(text)).hasValue(expected.getEpochSecond() * 1_000_000_000L + expected.getNano());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-01",
                "2026-03-01T10:00:00",
                "2026-03-01 10:00:00Z",
                "2026-03-01t10:00:00Z",
                "2026-03-01T10:00:00z",
                "2026-03-01T10:00:60Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01T10:60:00Z",
                "2026-03-01T10:00:00+0200",
                "2026-03-01T10:00:00+02",
                "2026-03-01T10:00:00.Z",
                "2026-13-01T10:00:00Z",
                "2026-00-01T10:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-03-00T10:00:00Z",
                "26-03-01T10:00:00Z",
                "02026-03-01T10:00:00Z",
                "2026-3-01T10:00:00Z",
                "2026-03-01T10:0:00Z",
                "2026-03-01T10:00:00Zx",
                " 2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00+25:00",
                "2026-03-01T10:00:00+02:61",
                "2026-03-01T:00:00Z",
                "٢٠٢٦-03-01T10:00:00Z"
            })
    void refusesWhatGoRefuses(String text) {
        assertThat(GoTimestamp.nanos(text)).isEmpty();
    }

    @Test
    void wrapsAroundBefore1970AndAfter2262() {
        assertThat(GoTimestamp.nanos("1969-12-31T23:59:59.999999999Z")).hasValue(-1L);
        assertThat(GoTimestamp.nanos("9999-12-31T23:59:59Z"))
                .hasValue(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond() * 1_000_000_000L);
    }
}
