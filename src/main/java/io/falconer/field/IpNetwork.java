package io.falconer.field;

/**
 * A network in CIDR notation.
 *
 * @param base an address of the network; its bits after the prefix do not count
 * @param prefix how many leading bits belong to the network: 0 to 32 or 1 to 128
 */
public record IpNetwork(IpAddress base, int prefix) {
    /** Whether the address is in the network. An address of the other family never is. */
    public boolean contains(IpAddress address) {
        if (address.v4() != base.v4()) {
            return false;
        }
        if (base.v4()) {
            return agree(address.low() << 32, base.low() << 32, prefix);
        }
        return agree(address.high(), base.high(), Math.min(prefix, 64))
                && agree(address.low(), base.low(), Math.max(prefix - 64, 0));
    }

    /** The same network with its first address as base. */
    IpNetwork canonical() {
        IpAddress first = base.v4()
                ? new IpAddress(true, 0, leading(base.low() << 32, prefix) >>> 32)
                : new IpAddress(
                        false,
                        leading(base.high(), Math.min(prefix, 64)),
                        leading(base.low(), Math.max(prefix - 64, 0)));
        return new IpNetwork(first, prefix);
    }

    private static long leading(long number, int bits) {
        return bits == 0 ? 0 : number >>> (64 - bits) << (64 - bits);
    }

    private static boolean agree(long one, long other, int bits) {
        return bits == 0 || (one ^ other) >>> (64 - bits) == 0;
    }
}
