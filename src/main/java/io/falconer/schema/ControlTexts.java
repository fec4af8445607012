package io.falconer.schema;

import io.falconer.policy.Parameter;
import io.falconer.policy.ParameterType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * What editors show about the kinds of templates: specific texts for Falconer's own kinds, general texts for those of users.
 */
final class ControlTexts {
    private static final String RESOURCE = "/schema/controls.properties";

    private final Properties texts;

    private ControlTexts(Properties texts) {
        this.texts = texts;
    }

    static ControlTexts read() {
        try (InputStream in = ControlTexts.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in this build");
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new ControlTexts(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ofKind(String kind) {
        return texts.getProperty(kind, "A control whose rules come from a template.");
    }

    String ofParameter(String kind, String name, Parameter parameter) {
        return switch (parameter) {
            case Parameter.Table table -> texts.getProperty(kind + "." + name, "A list with at least one entry.");
            case Parameter.Single single -> {
                String text = texts.getProperty(kind + "." + name, ofType(single.type()));
                yield single.defaults().isEmpty()
                        ? text
                        : text + " Default: " + String.join(", ", single.defaults()) + ".";
            }
        };
    }

    static String ofType(ParameterType type) {
        return switch (type) {
            case FLAG -> "true or false.";
            case KEYS -> "Names of keys.";
            case QUANTITIES -> "Names of keys, or keys with their maximums.";
            case TEXT -> "A text.";
            case TEXTS -> "Texts.";
            case GLOBS -> "Globs of names: *, ? and [a-z].";
            case IMAGES -> "Images: repo, repo:tag, repo@digest or prefix/*.";
            case REPOSITORIES -> "Images without tag and digest: repo or prefix/*.";
            case TAGS -> "Tags of images.";
            case NUMBERS -> "Whole numbers.";
            case CHECKS -> "The checks to make.";
            case PROFILE -> "A named set of checks.";
        };
    }
}
