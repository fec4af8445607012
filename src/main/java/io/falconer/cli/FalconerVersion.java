package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} shows. */
final class FalconerVersion implements IVersionProvider {
    private static final String RESOURCE = "version.properties";

    @Override
    public String[] getVersion() {
        List<String> lines = new ArrayList<>();
        lines.add("falconer " + number() + " (" + runtime() + ")");
        commit().ifPresent(commit -> lines.add("built from commit " + commit));
        lines.add("emulates Falco " + Falco.NEWEST.release() + ", engine " + Emulation.DEFAULT.engine()
                + new TreeMap<>(Emulation.DEFAULT.plugins())
                        .entrySet().stream()
                                .map(plugin -> ", " + plugin.getKey() + " " + plugin.getValue())
                                .collect(Collectors.joining()));
        lines.add("with --falco also "
                + Falco.ALL.reversed().stream()
                        .skip(1)
                        .map(falco -> falco.release() + " (engine " + falco.engine() + ")")
                        .collect(Collectors.joining(", ")));
        return lines.toArray(String[]::new);
    }

    private static String runtime() {
        boolean isNative = System.getProperty("org.graalvm.nativeimage.imagecode") != null;
        return isNative ? "native" : "JVM " + Runtime.version().feature();
    }

    /** Falconer's own version. The build writes it into a resource. */
    static String number() {
        return built().getProperty("version", "");
    }

    /** The commit that was built, if the build knows it. */
    static Optional<String> commit() {
        return Optional.of(built().getProperty("commit", "")).filter(commit -> !commit.isBlank());
    }

    private static Properties built() {
        Properties properties = new Properties();
        try (InputStream in = FalconerVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build has no " + RESOURCE);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
