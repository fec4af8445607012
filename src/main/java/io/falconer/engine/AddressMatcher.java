package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.field.IpAddress;
import io.falconer.field.IpNetwork;
import io.falconer.field.NetworkSet;

/** Comparisons of IP addresses. Addresses of different families are never equal. */
sealed interface AddressMatcher extends ValueMatcher {
    record Equal(IpAddress address) implements AddressMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Ip ip && ip.address().equals(address);
        }
    }

    record Within(IpNetwork network) implements AddressMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Ip ip && network.contains(ip.address());
        }
    }

    /** {@code in} with networks. */
    record WithinSome(NetworkSet networks) implements AddressMatcher {
        @Override
        public boolean matches(Value value) {
            return value instanceof Value.Ip ip && networks.contains(ip.address());
        }
    }
}
