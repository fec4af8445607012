package io.falconer.ruleset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The definitions in Falco's own rules files: falco_rules, the incubating and sandbox ones, and those of the k8saudit plugin.
 * If several files define a name, the first counts. {@code official/names.txt} states the origin of the names.
 */
final class OfficialRules {
    private static final String NAMES = "/official/names.txt";

    private OfficialRules() {}

    /** The file that defines a rule, macro or list. */
    static Optional<String> fileWith(ItemType type, String name) {
        String wanted = type.words() + " " + name;
        String file = "";
        for (String line : lines()) {
            if (line.startsWith("# ")) {
                file = line.substring("# ".length());
            } else if (line.equals(wanted)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static List<String> lines() {
        try (InputStream in = OfficialRules.class.getResourceAsStream(NAMES)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: " + NAMES);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
