package io.falconer.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.json.Json;
import io.falconer.field.EventSource;
import io.falconer.field.FieldCatalogue;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericFieldsTest {
    private static String extract(long nanos, String name) {
        Event event = new AuditEvent(
                Json.parse("{\"a\":1}").orElseThrow(),
                7,
                nanos,
                1_772_359_199_000_000_001L,
                new Origin("-", 1, OptionalInt.empty()));
        Extractor extractor = Extractors.of(
                EventSource.K8S_AUDIT,
                FieldCatalogue.of(EventSource.K8S_AUDIT).find(name).orElseThrow(),
                Optional.empty(),
                FieldReading.NEWEST,
                ZoneId.of("Europe/Rome"));
        return Extraction.show(extractor.extract(event));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evt.num | 7",
                "evt.time | 11:00:00.234567000",
                "evt.time.s | 11:00:00",
                "evt.time.iso8601 | 2026-03-01T10:00:00.234567000+0000",
                "evt.datetime | 2026-03-01 11:00:00.234567000",
                "evt.datetime.s | 2026-03-01 11:00:00",
                "evt.rawtime | 1772359200234567000",
                "evt.rawtime.s | 1772359200",
                "evt.rawtime.ns | 234567000",
                "jevt.rawtime | 1772359200234567000",
                "json.rawtime | 1772359200234567000",
                "evt.reltime | 1234566999",
                "evt.reltime.s | 1",
                "evt.reltime.ns | 234566999",
                "evt.source | k8s_audit",
                "evt.pluginname | k8saudit",
                "evt.plugininfo | {\"a\":1}",
                "evt.is_async | false",
                "evt.asynctype | NV",
            })
    void everyEventHasThem(String field, String expected) {
        assertThat(extract(1_772_359_200_234_567_000L, field)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"evt.rawtime, 18446744073709551615", "evt.rawtime.s, 18446744073", "jevt.rawtime, 18446744073709551615"
    })
    void timesBefore1970WrapAround(String field, String expected) {
        assertThat(extract(-1, field)).isEqualTo(expected);
    }
}
