package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.Value;
import io.falconer.field.IpAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Value.None.NONE, List.of(), "no value"),
                Arguments.of(new Value.Text("a\"b"), List.of("a\"b"), "\"a\\\"b\""),
                Arguments.of(new Value.Int(-1), List.of("-1"), "-1"),
                Arguments.of(new Value.Bool(true), List.of("true"), "true"),
                Arguments.of(new Value.Real(2), List.of("2.0"), "2.0"),
                Arguments.of(
                        new Value.Ip(IpAddress.parse("2001:db8:0:0::3").orElseThrow()),
                        List.of("2001:db8::3"),
                        "2001:db8::3"),
                Arguments.of(
                        new Value.Many(List.of(new Value.Text("a"), new Value.Text("b"))),
                        List.of("a", "b"),
                        "(\"a\", \"b\")"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreComparedAsOutputsShowThem(Value value, List<String> texts, String shown) {
        assertThat(ValueText.texts(value)).isEqualTo(texts);
        assertThat(ValueText.shown(value)).isEqualTo(shown);
    }
}
