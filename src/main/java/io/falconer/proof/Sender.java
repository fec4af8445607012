package io.falconer.proof;

import io.falconer.policy.Policy;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sender of the requests of proofs: a user that no exception of the policy names. */
final class Sender {
    private static final String USUAL = "jane@example.com";

    private Sender() {}

    static String of(Policy policy) {
        return Stream.concat(
                        Stream.of(USUAL), IntStream.iterate(2, i -> i + 1).mapToObj(i -> "jane" + i + "@example.com"))
                .filter(user -> policy.exceptions().stream()
                        .noneMatch(exception ->
                                exception.match().user().filter(user::equals).isPresent()))
                .findFirst()
                .orElseThrow();
    }
}
