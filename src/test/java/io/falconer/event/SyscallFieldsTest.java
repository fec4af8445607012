package io.falconer.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyscallFieldsTest {
    private static Value value(String fields, String field) {
        return Extraction.extract(
                Extraction.event("{\"source\":\"syscall\",\"fields\":{" + fields.replace('\'', '"') + "}}"), field);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'evt.type':'openat' | evt.type | openat",
                "'proc.name':'a\\u0000b' | proc.name | a",
                "'proc.name':null | proc.name | NV",
                "'proc.name':'' | proc.name | ",
                "'x':1 | proc.name | NV",
                "'fd.num':-1 | fd.num | 18446744073709551615",
                "'fd.num':'3' | fd.num | 3",
                "'fd.num':3.0 | fd.num | 3",
                "'fd.num':3.5 | fd.num | NV",
                "'fd.num':1e400 | fd.num | NV",
                "'fd.num':'x' | fd.num | NV",
                "'fd.num':18446744073709551615 | fd.num | 18446744073709551615",
                "'container.privileged':true | container.privileged | true",
                "'container.privileged':'false' | container.privileged | false",
                "'container.privileged':1 | container.privileged | NV",
                "'fd.sport':443 | fd.sport | 443",
                "'fd.typechar':4 | fd.typechar | 4",
                "'fd.cport':1,'fd.sport':2 | fd.port | (1,2)",
                "'fd.sport':2 | fd.port | (2)",
                "'evt.type':'open' | fd.port | NV",
                "'proc.aname[2]':'b','proc.aname[0]':'self','proc.aname[1]':'a','proc.aname[x]':'c' | proc.aname | (a,b)",
                "'proc.aname[2]':'b' | proc.aname[2] | b",
                "'proc.aname[2]':'b' | proc.aname[1] | NV",
                "'proc.apid[1]':7 | proc.apid | (7)",
                "'evt.arg.flags':'O_RDONLY' | evt.arg.flags | O_RDONLY",
                "'evt.arg[flags]':'O_RDONLY' | evt.arg.flags | O_RDONLY",
                "'evt.arg[0]':'3' | evt.arg[0] | 3",
                "'evt.num':42 | evt.num | 42",
                "'evt.type':'open' | evt.num | 1",
                "'evt.type':'open' | evt.source | syscall",
                "'evt.type':'open' | evt.pluginname | NV",
                "'evt.time':1772359200234567000 | evt.rawtime | 1772359200234567000",
                "'evt.time':1772359200234567000 | evt.time.iso8601 | 2026-03-01T10:00:00.234567000+0000",
                "'evt.time.iso8601':1772359200234567000 | evt.rawtime.s | 1772359200",
                "'evt.is_async':true | evt.is_async | true",
            })
    void valuesHaveTheTypesOfTheCatalogue(String fields, String field, String expected) {
        assertThat(Extraction.show(value(fields, field))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10.0.0.1 | true | 0 | a000001",
                "255.255.255.255 | true | 0 | ffffffff",
                "::1 | false | 0 | 1",
                ":: | false | 0 | 0",
                "fe80::1:2 | false | fe80000000000000 | 10002",
                "1:2:3:4:5:6:7:8 | false | 1000200030004 | 5000600070008",
                "::ffff:10.0.0.1 | false | 0 | ffff0a000001",
                "1:2:3:4:5:6:7:: | false | 1000200030004 | 5000600070000",
            })
    void addressesAreNumbers(String text, boolean v4, String high, String low) {
        Value.Ip ip = (Value.Ip) value("'fd.sip':'" + text + "'", "fd.sip");
        assertThat(ip.address().v4()).isEqualTo(v4);
        assertThat(Long.toHexString(ip.address().high())).isEqualTo(high);
        assertThat(Long.toHexString(ip.address().low())).isEqualTo(low);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1:2",
                ":::",
                "1::2::3",
                "12345::",
                "g::",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8"
            })
    void whatIsNoAddressIsNoValue(String text) {
        assertThat(value("'fd.sip':'" + text + "'", "fd.sip")).isEqualTo(Value.None.NONE);
    }

    @Test
    void bothSidesComeClientFirst() {
        String both = "'fd.cip':'10.0.0.1','fd.sip':'10.0.0.2','fd.lip':'10.0.0.3','fd.rip':'10.0.0.4'";
        assertThat(lowest(value(both, "fd.ip"))).isEqualTo("1 2");
        assertThat(lowest(value(both, "fd.net"))).isEqualTo("1 2");
        assertThat(lowest(value(both, "fd.cnet"))).isEqualTo("1");
        assertThat(lowest(value(both, "fd.snet"))).isEqualTo("2");
        assertThat(lowest(value(both, "fd.lnet"))).isEqualTo("3");
        assertThat(lowest(value(both, "fd.rnet"))).isEqualTo("4");
        assertThat(lowest(value("'fd.sip':'10.0.0.2'", "fd.ip"))).isEqualTo("2");
        assertThat(value("'evt.type':'listen'", "fd.snet")).isEqualTo(Value.None.NONE);
    }

    private static String lowest(Value value) {
        return switch (value) {
            case Value.Many many ->
                String.join(
                        " ",
                        many.items().stream().map(SyscallFieldsTest::lowest).toList());
            case Value.Ip ip -> String.valueOf(ip.address().low() & 0xff);
            case Value.None none -> "NV";
            case Value.Scalar other -> other.toString();
        };
    }
}
