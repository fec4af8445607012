package io.falconer.cli;

import io.falconer.cli.file.OutputPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where results go, and in which format. */
final class OutputOptions {
    /** Names of standard output. Opening it again by name would overwrite it from its start. */
    private static final Set<String> STANDARD = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    @Option(
            order = 80,
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "Output format, and the file to write instead of standard output. Repeatable."
                    + " Formats: ${COMPLETION-CANDIDATES}.")
    private List<String> outputs = List.of();

    /** The requested outputs, or the command's default format if there are none. Each format must be one of the command's. */
    List<Output> of(FalconerCommand command) {
        List<Format> formats = command.formats();
        if (outputs.isEmpty()) {
            return List.of(new Output(formats.getFirst(), Optional.empty()));
        }
        List<Output> found = new ArrayList<>();
        Set<Path> files = new HashSet<>();
        for (String written : outputs) {
            int equals = written.indexOf('=');
            if (equals == written.length() - 1) {
                throw command.usage("-o " + written + " has no file name", "add one: -o " + written + "report");
            }
            String name = equals < 0 ? written : written.substring(0, equals);
            Optional<OutputPath> file = Optional.of(written.substring(equals + 1))
                    .filter(path -> equals >= 0 && !STANDARD.contains(path))
                    .map(command::outputPath);
            if (file.isPresent() && !files.add(file.get().path().normalize())) {
                throw command.usage(
                        "two outputs write to the file " + written.substring(equals + 1),
                        "use a different file for each");
            }
            found.add(new Output(format(command, name, formats), file));
        }
        if (found.stream().filter(output -> output.file().isEmpty()).count() > 1) {
            throw command.usage(
                    "two outputs write to standard output", "write one of them to a file: -o json=report.json");
        }
        return List.copyOf(found);
    }

    private static Format format(FalconerCommand command, String name, List<Format> formats) {
        for (Format format : formats) {
            if (format.id().equals(name)) {
                return format;
            }
        }
        String known = formats.stream().map(Format::id).collect(Collectors.joining(", "));
        throw command.usage("unknown format \"" + name + "\"", "formats: " + known);
    }
}
