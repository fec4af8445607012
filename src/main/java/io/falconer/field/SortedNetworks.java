package io.falconer.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Networks of one family, sorted by their first addresses. Two networks are separate or one contains the other. Without
 * networks that others contain, only the last network that starts before an address can contain it.
 */
final class SortedNetworks {
    private final IpNetwork[] networks;

    private SortedNetworks(IpNetwork[] networks) {
        this.networks = networks;
    }

    static SortedNetworks of(List<IpNetwork> networks) {
        List<IpNetwork> sorted = new ArrayList<>();
        networks.forEach(network -> sorted.add(network.canonical()));
        // The widest first, so that it comes before those that it contains.
        sorted.sort(
                Comparator.comparing(IpNetwork::base, SortedNetworks::compare).thenComparingInt(IpNetwork::prefix));
        List<IpNetwork> apart = new ArrayList<>();
        for (IpNetwork network : sorted) {
            if (apart.isEmpty() || !apart.getLast().contains(network.base())) {
                apart.add(network);
            }
        }
        return new SortedNetworks(apart.toArray(IpNetwork[]::new));
    }

    boolean contains(IpAddress address) {
        int low = 0;
        int high = networks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(networks[middle].base(), address) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && networks[low - 1].contains(address);
    }

    private static int compare(IpAddress one, IpAddress other) {
        int high = Long.compareUnsigned(one.high(), other.high());
        return high != 0 ? high : Long.compareUnsigned(one.low(), other.low());
    }
}
