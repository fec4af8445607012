package io.falconer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.event.Event;
import io.falconer.event.Value;
import io.falconer.event.reader.EventReader;
import io.falconer.field.FieldType;
import io.falconer.field.IpAddress;
import io.falconer.field.Octets;
import io.falconer.text.ByteText;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformerTest {
    private static final Event EVENT = new EventReader()
            .read("event", "{\"source\":\"syscall\",\"fields\":{}}")
            .getFirst();

    @ParameterizedTest
    @CsvSource({
        "YWxpY2U=, alice",
        "YWxpY2U, alice",
        "YQ==, a",
        "YQ, a",
        "YQ=, a",
        "YWI==, ab",
        "YWJj=, abc",
        "YQ===, <none>",
        "=, <none>",
        "==, <none>",
        "Y=Q=, <none>",
        "YWJjZ, <none>",
        "YR==, <none>",
        "Y, <none>",
        "Y*==, <none>",
        "AGE=, ''",
        "'', ''"
    })
    void decodesBase64(String text, String decoded) {
        assertThat(Base64Text.decode(text).orElse("<none>")).isEqualTo(decoded);
    }

    @ParameterizedTest
    @CsvSource({
        "-a -b, ab, '', a b",
        "-ab, ab, '', a b",
        "-tx -n, t:n, '', t x n",
        "-t x -n y, t:n, '', t x n",
        "-x, ab, '', ?",
        "-t, t:, '', ''",
        "--exec -a, a, '', a",
        "-a -- -b, ab, '', a",
        "word -a, a, '', <empty>",
        "-t x -t y, t:, t, y",
        "-a, ab, a, a",
        "-a, ab, b, <none>"
    })
    void readsOptionsAsGetoptDoes(String words, String options, String selector, String found) {
        List<Value.Scalar> arguments =
                Stream.of(words.split(" ")).<Value.Scalar>map(Value.Text::new).toList();
        Frame frame = new Frame(
                EVENT,
                new SlotReader[] {
                    new SlotReader.OfConstant(new Value.Many(arguments)),
                    new SlotReader.OfConstant(new Value.Text(options))
                },
                0);
        Optional<Character> letter = selector.isEmpty() ? Optional.empty() : Optional.of(selector.charAt(0));
        String result =
                switch (new GetoptReader(0, 1, letter).read(frame)) {
                    case Value.None none -> "<none>";
                    case Value.Scalar scalar -> CText.of(scalar);
                    case Value.Many many ->
                        many.items().isEmpty()
                                ? "<empty>"
                                : String.join(
                                        " ",
                                        many.items().stream().map(CText::of).toList());
                };
        assertThat(result).isEqualTo(found);
    }

    @Test
    void foldsOnlyAsciiLetters() {
        assertThat(Ascii.lower("ÀbC")).isEqualTo("Àbc");
        assertThat(Ascii.upper("éZz")).isEqualTo("éZZ");
        assertThat(new FoldedSearch("aAb").in("xaAaB")).isTrue();
        assertThat(new FoldedSearch("É").in("é")).isFalse();
    }

    @Test
    void countsAndComparesBytes() {
        assertThat(Octets.count("aé€😀")).isEqualTo(10);
        assertThat(Utf8.compare("403", "1000")).isPositive();
        assertThat(Utf8.compare("\uFFFD", "😀")).isNegative();
        assertThat(Utf8.cut("aéb", 2)).isEqualTo("a\uFFFD");
        assertThat(Octets.of("é")).isEqualTo("\u00C3\u00A9");
        assertThat(Octets.of(ByteText.decode(new byte[] {(byte) 0xFF, 'a'}))).isEqualTo("\u00FFa");
    }

    @Test
    void cutsListsToFalcosBuffer() {
        List<Value.Scalar> items = Collections.nCopies(300, new Value.Text("abcd"));
        String text = Rendering.text(new Value.Many(items), FieldType.CHARBUF);
        assertThat(text).hasSize(1023).startsWith("(abcd,abcd,").endsWith("abcd,ab");
        assertThat(Rendering.text(new Value.Many(List.of(new Value.Text(""), new Value.Text("a"))), FieldType.CHARBUF))
                .isEqualTo("(a)");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ::",
        "0, 1, ::1",
        "2001:0db8:0000:0000, 0000:0000:0000:0003, 2001:db8::3",
        "0001:0000:0000:0002, 0000:0000:0000:0003, 1:0:0:2::3",
        "fe80:0000:0000:0000, 0000:0000:0000:0000, fe80::",
        "0, 0000:ffff:0a00:0001, ::ffff:10.0.0.1"
    })
    void writesAddressesAsInetNtopDoes(String high, String low, String text) {
        IpAddress address = new IpAddress(
                false,
                Long.parseUnsignedLong(high.replace(":", ""), 16),
                Long.parseUnsignedLong(low.replace(":", ""), 16));
        assertThat(AddressText.of(address)).isEqualTo(text);
    }
}
