package io.falconer.field;

import java.util.Optional;

/** Reads networks in CIDR notation. */
final class Networks {
    private Networks() {}

    static ConstantResult parse(String text) {
        boolean v4 = text.indexOf('.') >= 0;
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Constants.refused((v4 ? "unrecognized IP network " : "invalid v6 netmask: ") + text);
        }
        String address = text.substring(0, slash);
        String mask = firstLine(text.substring(slash + 1));
        Optional<IpAddress> base = v4 ? Addresses.v4(address) : Addresses.v6(address);
        if (base.isEmpty()) {
            return Constants.refused((v4 ? "unrecognized IP address " : "unrecognized IPv6 address ") + text);
        }
        Optional<Integer> prefix = IntegerReader.unsigned(mask).map(bits -> (int) (bits & 0xFF));
        if (prefix.isEmpty()) {
            return Constants.refused(IntegerReader.refusal(mask));
        }
        // Falco accepts 0 only for IPv4.
        boolean fits = v4 ? prefix.get() <= 32 : prefix.get() > 0 && prefix.get() <= 128;
        return fits
                ? Constants.parsed(new Constant.Network(new IpNetwork(base.get(), prefix.get())))
                : Constants.refused((v4 ? "invalid netmask " : "invalid v6 netmask ") + mask);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
