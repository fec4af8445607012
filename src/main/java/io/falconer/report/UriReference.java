package io.falconer.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;

/** Paths as URI references of RFC 3986. */
final class UriReference {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriReference() {}

    /** A relative reference for a relative path, and a {@code file:} URI for an absolute path, without superfluous dots. */
    static String of(String path) {
        String normal = path(path);
        return (normal.startsWith("/") ? "file://" : "") + encoded(normal);
    }

    /** The path without superfluous dots, or unchanged if this system cannot parse it. */
    static String path(String path) {
        try {
            String normal = Path.of(path).normalize().toString();
            return normal.isEmpty() && !path.isEmpty() ? "." : normal;
        } catch (InvalidPathException e) {
            return path;
        }
    }

    /** Encodes everything except unreserved characters and slashes, so that no segment looks like a scheme. */
    private static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) octet;
            if (octet >= 0 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return out.toString();
    }
}
