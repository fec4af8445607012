package io.falconer.engine;

import io.falconer.event.Value;
import io.falconer.field.Constant;
import io.falconer.field.IpNetwork;
import io.falconer.field.NetworkSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Selects how to test whether a value is one of several constants, so that many constants cost no more than few. */
final class Membership {
    private Membership() {}

    /** The comparison with constants of one kind. */
    static ValueMatcher of(List<Constant> constants) {
        if (constants.isEmpty()) {
            return ValueMatcher.Never.NEVER;
        }
        return switch (constants.getFirst()) {
            case Constant.Text text -> texts(texts(constants));
            case Constant.Bytes bytes -> new TextMatcher.OfOctets(texts(texts(constants)));
            case Constant.Network network -> new AddressMatcher.WithinSome(NetworkSet.of(networks(constants)));
            case Constant.Int number -> new ValueMatcher.OneOf(values(constants));
            case Constant.Bool bool -> new ValueMatcher.OneOf(values(constants));
            case Constant.Real real -> new ValueMatcher.OneOf(values(constants));
            case Constant.Address address -> new ValueMatcher.OneOf(values(constants));
            case Constant.Regex regex -> throw new IllegalArgumentException("a regex equals nothing");
        };
    }

    private static TextMatcher texts(Set<String> texts) {
        return texts.size() == 1 ? new TextMatcher.Equal(texts.iterator().next()) : new TextMatcher.In(texts);
    }

    /** The texts of those that are texts or octets. */
    static Set<String> texts(List<Constant> constants) {
        Set<String> texts = new HashSet<>();
        for (Constant constant : constants) {
            if (constant instanceof Constant.Text text) {
                texts.add(text.value());
            } else if (constant instanceof Constant.Bytes bytes) {
                texts.add(bytes.octets());
            }
        }
        return texts;
    }

    private static List<IpNetwork> networks(List<Constant> constants) {
        return constants.stream()
                .filter(Constant.Network.class::isInstance)
                .map(constant -> ((Constant.Network) constant).network())
                .toList();
    }

    /** The values that equal the constants. */
    private static Set<Value> values(List<Constant> constants) {
        Set<Value> values = new HashSet<>();
        for (Constant constant : constants) {
            switch (constant) {
                case Constant.Int number -> values.add(new Value.Int(number.bits()));
                case Constant.Bool bool -> values.add(new Value.Bool(bool.value()));
                case Constant.Real real -> values.add(new Value.Real(real.value() + 0.0)); // no negative zero
                case Constant.Address address -> values.add(new Value.Ip(address.address()));
                case Constant.Text text -> values.add(new Value.Text(text.value()));
                case Constant.Bytes bytes -> values.add(new Value.Text(bytes.octets()));
                case Constant.Network network -> throw new IllegalArgumentException("a network equals nothing");
                case Constant.Regex regex -> throw new IllegalArgumentException("a regex equals nothing");
            }
        }
        return values;
    }
}
