package io.falconer.generate;

import io.falconer.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The comment at the top of every generated file. */
final class Header {
    /** How the first line ends. */
    static final String MARK = ". Made by Falconer: change the policy, not this file.";

    private Header() {}

    static String of(Policy policy, String what) {
        String path = policy.source().name();
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return "# " + what + " of the policy " + policy.name() + MARK + "\n"
                + "# command: falconer generate " + printable(file) + "\n"
                + "# policy digest: sha256:" + digest(policy) + "\n";
    }

    /** A file's name may contain anything, but a comment ends at the end of its line. */
    private static String printable(String name) {
        return YamlText.printable(name);
    }

    private static String digest(Policy policy) {
        try {
            byte[] bytes = policy.source().text().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
