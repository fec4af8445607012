package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.condition.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {
    @ParameterizedTest
    @CsvSource({
        "INT8,300,44",
        "INT8,-1,-1",
        "INT16,65535,-1",
        "INT32,4294967295,-1",
        "INT64,' 7',7",
        "INT64,+7,7",
        "INT64,99999999999999999999,9223372036854775807",
        "INT64,-99999999999999999999,-9223372036854775808",
        "INT64,007,7",
        "PID,-1,-1",
        "UINT8,300,44",
        "UINT16,-1,65535",
        "UINT32,-1,4294967295",
        "UINT64,-1,-1",
        "UINT64,99999999999999999999,-1",
        "UINT64,18446744073709551615,-1",
        "RELTIME,5,5",
        "ABSTIME,5,5",
        "PORT,80,80",
        "PORT,'',0",
        "PORT,65536,0",
        "PORT,http,80",
        "PORT,https,443",
        "PORT,ssh,22",
        "L4PROTO,6,6"
    })
    void numbersAreReadAsScanfDoes(FieldType type, String text, long bits) {
        assertThat(Constants.parse(type, Operator.EQ, text))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Int(bits)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0x10", "1.5", "1e+3", "7 ", "- 7", "--7", "+", "٣"})
    void whatIsNoNumberIsRefused(String text) {
        assertThat(Constants.parse(FieldType.UINT64, Operator.EQ, text))
                .isEqualTo(new ConstantResult.Refused(text + " is not a valid number"));
        assertThat(Constants.parse(FieldType.INT32, Operator.EQ, text))
                .isEqualTo(new ConstantResult.Refused(text + " is not a valid number"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BOOL   | EQ        | True            | filter error: unrecognized boolean value True
            BOOL   | EQ        | 1               | filter error: unrecognized boolean value 1
            PORT   | EQ        | nosuchservice   | unrecognized protocol nosuchservice
            IPADDR | EQ        | 1.2.3           | unrecognized IPv4 address 1.2.3
            IPADDR | EQ        | 1.2.3.4.5       | unrecognized IPv4 address 1.2.3.4.5
            IPADDR | EQ        | 1.2.3.04        | unrecognized IPv4 address 1.2.3.04
            IPADDR | EQ        | 256.1.1.1       | unrecognized IPv4 address 256.1.1.1
            IPADDR | IN        | 10.0.0.0/8      | unrecognized IPv4 address 10.0.0.0/8
            IPADDR | EQ        | "::1"           | unrecognized IPv6 address "::1"
            IPADDR | EQ        | localhost       | unrecognized IPv6 address localhost
            IPADDR | EQ        | 1::2::3         | unrecognized IPv6 address 1::2::3
            IPADDR | EQ        | 1:2:3:4:5:6:7   | unrecognized IPv6 address 1:2:3:4:5:6:7
            IPADDR | EQ        | 1:2:3:4:5:6:7:8:9 | unrecognized IPv6 address 1:2:3:4:5:6:7:8:9
            IPADDR | EQ        | 1:2:3:4::5:6:7:8  | unrecognized IPv6 address 1:2:3:4::5:6:7:8
            IPADDR | EQ        | :1              | unrecognized IPv6 address :1
            IPADDR | EQ        | fe80::1%eth0    | unrecognized IPv6 address fe80::1%eth0
            IPNET  | EQ        | 10.0.0.1        | unrecognized IP network 10.0.0.1
            IPNET  | EQ        | 10.0.0/8        | unrecognized IP address 10.0.0/8
            IPNET  | EQ        | 10.0.0.0/33     | invalid netmask 33
            IPNET  | EQ        | 10.0.0.0/x      | x is not a valid number
            IPNET  | EQ        | ::/0            | invalid v6 netmask 0
            IPNET  | EQ        | ::/129          | invalid v6 netmask 129
            IPNET  | EQ        | g::/8           | unrecognized IPv6 address g::/8
            DOUBLE | EQ        | 1.5             | 1.5 is not a valid number
            BYTEBUF | BCONTAINS | abc            | filter error: bcontains and bstartswith operator support hex strings only
            BYTEBUF | BSTARTSWITH | zz           | filter error: bcontains and bstartswith operator support hex strings only
            CHARBUF | REGEX    | (?i)x           | invalid regex pattern: no argument for repetition operator: ?
            """)
    void refuses(FieldType type, Operator operator, String text, String message) {
        assertThat(Constants.parse(type, operator, text)).isEqualTo(new ConstantResult.Refused(message));
    }

    @ParameterizedTest
    @CsvSource({
        "IPADDR,10.0.2.15,true,0,167772687",
        "IPADDR,::1,false,0,1",
        "IPADDR,::,false,0,0",
        "IPADDR,2001:db8::3,false,2306139568115548160,3",
        "IPADDR,1:2:3:4:5:6:7:8,false,281483566841860,1407400653815816",
        "IPADDR,1::,false,281474976710656,0"
    })
    void addressesKeepTheirBits(FieldType type, String text, boolean v4, long high, long low) {
        assertThat(Constants.parse(type, Operator.EQ, text))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Address(new IpAddress(v4, high, low))));
        assertThat(IpAddress.parse(text)).contains(new IpAddress(v4, high, low));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.1.2,true",
        "10.0.0.0/8,11.0.0.1,false",
        "10.1.2.3/32,10.1.2.3,true",
        "10.1.2.3/32,10.1.2.2,false",
        "0.0.0.0/0,200.1.2.3,true",
        "0.0.0.0/0,::1,false",
        "fd00::/8,fdff::1,true",
        "fd00::/8,fe00::1,false",
        "2001:db8::/65,2001:db8::1,true",
        "2001:db8::/65,2001:db8:0:0:8000::1,false",
        "::1/128,::1,true",
        "::1/128,::2,false",
        "2001:db8::/64,2001:db8::ffff,true",
        "10.0.0.0/264,10.1.1.1,true"
    })
    void networksHoldTheirAddresses(String network, String address, boolean held) {
        ConstantResult.Parsed parsed = (ConstantResult.Parsed) Constants.parse(FieldType.IPNET, Operator.EQ, network);
        Constant.Network constant = (Constant.Network) parsed.constant();
        assertThat(constant.network().contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(held);
    }

    @Test
    void textsHoldAtMost255Bytes() {
        assertThat(Constants.parse(FieldType.CHARBUF, Operator.EQ, "x".repeat(255)))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Text("x".repeat(255))));
        assertThat(Constants.parse(FieldType.CHARBUF, Operator.EQ, "x".repeat(256)))
                .isEqualTo(new ConstantResult.Refused(
                        "filter parameter too long (used=256, available=256):" + "x".repeat(256)));
        assertThat(Constants.parse(FieldType.FSPATH, Operator.EQ, "é".repeat(128)))
                .isInstanceOf(ConstantResult.Refused.class);
        assertThat(Constants.parse(FieldType.CHARBUF, Operator.REGEX, "x".repeat(256)))
                .isInstanceOf(ConstantResult.Refused.class);
    }

    @Test
    void noConstantHoldsANul() {
        assertThat(Constants.parse(FieldType.CHARBUF, Operator.EQ, "a\0b"))
                .isEqualTo(new ConstantResult.Refused("filter value cannot contain a NUL byte"));
    }

    @Test
    void bytesAreHexForTheByteOperatorsOnly() {
        assertThat(Constants.parse(FieldType.BYTEBUF, Operator.BCONTAINS, "00fF"))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Bytes("\0\u00FF")));
        assertThat(Constants.parse(FieldType.BYTEBUF, Operator.CONTAINS, "é"))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Bytes("\u00C3\u00A9")));
    }

    @Test
    void booleansAndDoublesHaveTheirOwnTypes() {
        assertThat(Constants.parse(FieldType.BOOL, Operator.EQ, "true"))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Bool(true)));
        assertThat(Constants.parse(FieldType.DOUBLE, Operator.GT, "-3"))
                .isEqualTo(new ConstantResult.Parsed(new Constant.Real(-3)));
    }

    @Test
    void eventTypesMustExistWhateverTheOperator() {
        Field type = FieldCatalogue.of(EventSource.SYSCALL).find("evt.type").orElseThrow();
        for (String known :
                new String[] {"open", "execve", "accept4", "umount2", "container", "io_uring_setup", "getpid"}) {
            assertThat(Constants.parse(type, Operator.EQ, known)).isInstanceOf(ConstantResult.Parsed.class);
        }
        assertThat(Constants.parse(type, Operator.STARTSWITH, "op"))
                .isEqualTo(new ConstantResult.Refused("unknown event type op"));
    }
}
