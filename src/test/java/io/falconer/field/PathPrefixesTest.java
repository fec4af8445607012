package io.falconer.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPrefixesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /etc           | /etc             | true
            /etc           | /etc/passwd      | true
            /etc           | etc/x            | true
            /etc/          | //etc//x         | true
            /etc           | /etcd            | false
            /etc/x         | /etc             | false
            /              | /anything        | true
            /              | ``               | true
            ``             | x                | true
            /a             | ``               | false
            /api/*/pods    | /api/v1/pods/p   | true
            /api/*/pods    | /api/v1/x/pods   | false
            /ap?           | /api/v1          | true
            /[ab]pi        | /bpi             | true
            /a*            | /b               | false
            docker.io/library | docker.io/library/nginx | true
            /é?            | /éa/x            | true
            """)
    void matchesComponentByComponent(String path, String value, boolean matches) {
        assertThat(PathPrefixes.of(List.of(path)).matches(value)).isEqualTo(matches);
    }

    @Test
    void everyPathIsTried() {
        assertThat(PathPrefixes.of(List.of("/a*/x", "/ap*/v1")).matches("/api/v1/p"))
                .isTrue();
        assertThat(PathPrefixes.of(List.of("/ap*/v1", "/a*/x")).matches("/api/v1/p"))
                .isTrue();
        assertThat(PathPrefixes.of(List.of()).matches("/api")).isFalse();
    }
}
