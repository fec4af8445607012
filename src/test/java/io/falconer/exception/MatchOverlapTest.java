package io.falconer.exception;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.policy.ImagePattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchOverlapTest {
    @ParameterizedTest
    @CsvSource({
        "pay-*, pay-web, true",
        "pay-*, *-web, true",
        "pay-*, web-*, false",
        "pay-?, pay-ab, false",
        "'[a-c]x', '[d-f]x', false",
        "*, a, true"
    })
    void globsOverlapIfANameMatchesBoth(String one, String other, boolean overlap) {
        assertThat(MatchOverlap.globs(one, other)).isEqualTo(overlap);
        assertThat(MatchOverlap.globs(other, one)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx, true",
        "nginx, redis, false",
        "nginx, quay.io/library/nginx, false",
        "r.example.com/a/*, r.example.com/a/b/c, true",
        "r.example.com/a/*, r.example.com/ab, false",
        "r.example.com/a/*, r.example.com/a, false",
        "r.example.com/a/*, r.example.com/a/*, true",
        "r.example.com/a/*, r.example.com/a/b/*, true",
        "r.example.com/a/*, r.example.com/b/*, false",
        "r.example.com/*, r.example.com/b:1, true",
        "nginx:1, nginx, true",
        "nginx:1, nginx:1, true",
        "nginx:1, nginx:2, false"
    })
    void imagesOverlapIfAReferenceMatchesBoth(String one, String other, boolean overlap) {
        assertThat(MatchOverlap.images(ImagePattern.of(one), ImagePattern.of(other)))
                .isEqualTo(overlap);
        assertThat(MatchOverlap.images(ImagePattern.of(other), ImagePattern.of(one)))
                .isEqualTo(overlap);
    }
}
