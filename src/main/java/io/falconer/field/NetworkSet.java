package io.falconer.field;

import java.util.Collection;

/** A set of many networks. The lookup of an address takes logarithmic time. */
public final class NetworkSet {
    private final SortedNetworks v4;
    private final SortedNetworks v6;

    private NetworkSet(SortedNetworks v4, SortedNetworks v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    /** The set of these networks. */
    public static NetworkSet of(Collection<IpNetwork> networks) {
        return new NetworkSet(
                SortedNetworks.of(networks.stream().filter(n -> n.base().v4()).toList()),
                SortedNetworks.of(networks.stream().filter(n -> !n.base().v4()).toList()));
    }

    /** Whether the address is in one of them. Networks of the other family do not count. */
    public boolean contains(IpAddress address) {
        return (address.v4() ? v4 : v6).contains(address);
    }
}
