package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            10.0.0.0/8 192.168.0.0/16      | 10.255.255.255  | true
            10.0.0.0/8 192.168.0.0/16      | 11.0.0.0        | false
            10.0.0.0/8 192.168.0.0/16      | 192.168.3.4     | true
            10.0.0.0/8 192.168.0.0/16      | 9.255.255.255   | false
            10.1.2.3/8                     | 10.0.0.0        | true
            10.0.0.0/8 10.0.0.0/16         | 10.200.0.1      | true
            10.0.0.0/16 10.0.0.0/8         | 10.200.0.1      | true
            10.0.0.0/8 10.128.0.0/9        | 10.1.0.1        | true
            0.0.0.0/0                      | 255.255.255.255 | true
            0.0.0.0/0                      | ::1             | false
            255.255.255.255/32             | 255.255.255.255 | true
            128.0.0.0/1 10.0.0.0/8         | 200.0.0.1       | true
            fd00::/8 fe80::/10             | fd12::1         | true
            fd00::/8 fe80::/10             | febf::1         | true
            fd00::/8 fe80::/10             | fec0::1         | false
            8000::/1 ::1/128               | ::1             | true
            8000::/1 ::1/128               | ::2             | false
            8000::/1 ::1/128               | ffff::          | true
            2001:db8::8000:0:0:0/65        | 2001:db8::8000:0:0:1 | true
            2001:db8::8000:0:0:0/65        | 2001:db8::1     | false
            ::ffff:10.0.0.0/104            | 10.0.0.1        | false
            """)
    void holdsTheAddressesOfItsNetworks(String networks, String address, boolean holds) {
        List<IpNetwork> list = new ArrayList<>();
        for (String network : networks.split(" ")) {
            list.add(network(network));
        }
        assertThat(NetworkSet.of(list).contains(address(address))).isEqualTo(holds);
    }

    @Test
    void anEmptyOneHoldsNothing() {
        assertThat(NetworkSet.of(List.of()).contains(address("10.0.0.1"))).isFalse();
        assertThat(NetworkSet.of(List.of()).contains(address("::"))).isFalse();
    }

    /** Addresses of few bits, so that networks hold each other and addresses lie at their edges. */
    @Test
    void saysWhatEachNetworkSays() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            List<IpNetwork> networks = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                IpAddress base = address(random);
                networks.add(new IpNetwork(base, base.v4() ? random.nextInt(33) : 1 + random.nextInt(128)));
            }
            NetworkSet set = NetworkSet.of(networks);
            for (int i = 0; i < 20; i++) {
                IpAddress address = address(random);
                assertThat(set.contains(address))
                        .as("%s in %s", address, networks)
                        .isEqualTo(networks.stream().anyMatch(network -> network.contains(address)));
            }
        }
    }

    private static IpAddress address(Random random) {
        boolean v4 = random.nextBoolean();
        return v4 ? new IpAddress(true, 0, bits(random) >>> 32) : new IpAddress(false, bits(random), bits(random));
    }

    private static long bits(Random random) {
        long few = (1L << random.nextInt(64)) | (1L << random.nextInt(64));
        return random.nextInt(4) == 0 ? few : random.nextBoolean() ? few - 1 : -few;
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    private static IpNetwork network(String text) {
        int slash = text.indexOf('/');
        return new IpNetwork(address(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }
}
