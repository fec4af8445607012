package io.falconer.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void theFirstIsFoundWhateverLiesAround() {
        Random random = new Random(3);
        byte[] around = {'\n', '\n' + 1, '\n' - 1, '"', '"' + 1, '\\', '\\' - 1, 0, -1, -128, (byte) 0x8a, (byte) 0xa2};
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] = random.nextInt(6) == 0 ? around[random.nextInt(around.length)] : (byte) 'x';
            }
            int limit = random.nextInt(bytes.length + 1);
            int from = random.nextInt(limit + 1);
            int line = from;
            while (line < limit && bytes[line] != '\n') {
                line++;
            }
            int quote = from;
            while (quote < limit && bytes[quote] != '"' && bytes[quote] != '\\') {
                quote++;
            }
            assertThat(Bytes.lineFeed(bytes, from, limit)).isEqualTo(line);
            assertThat(Bytes.quoteOrBackslash(bytes, from, limit)).isEqualTo(quote);
        }
        assertThat(Bytes.quoteOrBackslash(new byte[3], 5, 3)).isEqualTo(3);
    }
}
