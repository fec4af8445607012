package io.falconer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePatternTest {
    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx",
        "library/nginx, docker.io/library/nginx",
        "docker.io/nginx, docker.io/library/nginx",
        "index.docker.io/library/nginx:1, docker.io/library/nginx:1",
        "acme/app, docker.io/acme/app",
        "acme/*, docker.io/acme/*",
        "localhost/app, localhost/app",
        "localhost:5000/app:1, localhost:5000/app:1",
        "registry.example.com/*, registry.example.com/*",
        "docker.io/*, docker.io/*",
        "quay.io/a/b:v1@sha256:00ff, quay.io/a/b:v1@sha256:00ff",
    })
    void namesAreSpeltOut(String written, String full) {
        assertThat(ImagePattern.of(whole(written))).hasToString(whole(full));
    }

    @ParameterizedTest
    @CsvSource({
        // pattern, image, meant
        "nginx, docker.io/library/nginx:1.27, true",
        "nginx, nginx@sha256:00ff, true",
        "docker.io/library/nginx, library/nginx, true",
        "nginx, nginx:5000/evil, false",
        "nginx, evil/nginx, false",
        "nginx, nginx-evil, false",
        "nginx:1.27, nginx:1.27, true",
        "nginx:1.27, nginx:1.27@sha256:00ff, false",
        "nginx:1.27, nginx, false",
        "quay.io/a/b@sha256:00ff, quay.io/a/b:v1@sha256:00ff, true",
        "quay.io/a/b@sha256:00ff, quay.io/a/b:v1, false",
        "registry.example.com/payments/*, registry.example.com/payments/a/b:1, true",
        "registry.example.com/payments/*, registry.example.com/payments-evil/x, false",
        "registry.example.com/payments/*, registry.example.com/payments, false",
        "registry.example.com/*, registry.example.com:5000/x, false",
        "localhost:5000/*, localhost:5000/x, true",
        "docker.io/*, acme/app, true",
        "docker.io/*, localhost/app, false",
        "docker.io/library/*, nginx, true",
        "docker.io/library/*, acme/nginx, false",
        "registry.example.com/*, '', false",
    })
    void onlyWhatIsMeantMatches(String pattern, String image, boolean meant) {
        assertThat(ImagePattern.of(whole(pattern)).matches(whole(image))).isEqualTo(meant);
    }

    @Test
    void aPatternIsNoGlob() {
        assertThat(ImagePattern.problem("registry.example.com/*/app")).isPresent();
        assertThat(ImagePattern.problem("registry.example.com/team*")).isPresent();
    }

    @Test
    void aDigestThatNoImageCanHaveIsNone() {
        assertThat(ImagePattern.problem("quay.io/a/b@sha256:00ff")).isPresent();
        assertThat(ImagePattern.problem(whole("quay.io/a/b@sha256:00ff"))).isEmpty();
    }

    /** The digest in its full length. */
    private static String whole(String image) {
        return image.replace("00ff", "00ff".repeat(16));
    }
}
