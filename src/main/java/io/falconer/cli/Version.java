package io.falconer.cli;

import io.falconer.ruleset.Emulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} shows. */
final class Version implements IVersionProvider {
    private static final String RESOURCE = "version.properties";

    @Override
    public String[] getVersion() {
        boolean isNative = System.getProperty("org.graalvm.nativeimage.imagecode") != null;
        String runtime = isNative ? "native" : "JVM " + Runtime.version().feature();
        StringBuilder plugins = new StringBuilder();
        new TreeMap<>(Emulation.DEFAULT.plugins())
                .forEach((name, version) ->
                        plugins.append(", ").append(name).append(' ').append(version));
        return new String[] {
            "falconer " + number() + " (" + runtime + ")",
            "answers as Falco engine " + Emulation.DEFAULT.engine() + plugins
        };
    }

    /** Falconer's own version, which the build writes into a resource. */
    static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + RESOURCE);
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }
}
