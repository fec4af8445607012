package io.falconer.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Fingerprints identify a problem in the next run, even if its lines have moved. */
final class Fingerprints {
    private final Section section;
    private final Map<List<String>, Integer> seen = new HashMap<>();

    /** The fingerprints of the problems of one section. */
    Fingerprints(Section section) {
        this.section = section;
    }

    /** The digest of file, suite or policy, test, rule and kind. Problems that agree in these are numbered in their order. */
    String next(ReportedProblem problem) {
        List<String> identity = List.of(
                section.kind().word(),
                section.path(),
                section.name(),
                problem.subject(),
                problem.rule().orElse(""),
                problem.kind());
        int number = seen.merge(identity, 1, Integer::sum);
        MessageDigest digest = sha256();
        identity.forEach(part -> {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    (bytes.length + ":").getBytes(StandardCharsets.UTF_8)); // so that two lists never give one text
            digest.update(bytes);
        });
        digest.update(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
