package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.ruleset.DefinitionFinder;
import io.falconer.ruleset.DefinitionSearch;
import io.falconer.ruleset.ItemType;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.TextFile;
import io.falconer.yaml.RulesYaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Searches for missing definitions in the files that are loaded after a rules file, and in the files next to it. */
final class NeighbouringFiles implements DefinitionFinder {
    /** The maximum number of neighbouring files to search. */
    private static final int MOST = 200;

    private final List<Input> inputs;

    /** Creates a finder for inputs that are loaded in this order. */
    NeighbouringFiles(List<Input> inputs) {
        this.inputs = inputs;
    }

    @Override
    public Optional<String> definition(SourceFile file, ItemType type, String name) {
        return inputs.stream()
                .dropWhile(input -> !input.name().equals(file.name()))
                .skip(1)
                .flatMap(later -> find(later, type, name).stream())
                .findFirst()
                .map(place -> "it is defined at " + place + ", in a file that is loaded later: name that file first")
                .or(() -> beside(file)
                        .flatMap(other -> find(other, type, name).stream())
                        .findFirst()
                        .map(place -> "it is defined at " + place + ", next to this file: load that file first"));
    }

    private Stream<Input> beside(SourceFile file) {
        String shown = file.name().substring(0, file.name().lastIndexOf('/') + 1);
        return inputs.stream()
                .filter(input -> input.name().equals(file.name()))
                .limit(1)
                .flatMap(input -> input.path().map(Path::getParent).stream())
                .flatMap(directory -> files(directory, shown).stream())
                .filter(other -> inputs.stream().noneMatch(known -> known.path().equals(other.path())))
                .limit(MOST);
    }

    /** The files of a directory; empty if it cannot be searched, because the user did not request this search. */
    private static List<Input> files(Path directory, String shown) {
        try {
            return Inputs.in(directory, shown, Inputs.Kind.RULES);
        } catch (UnloadableException e) {
            return List.of();
        }
    }

    private static Optional<Location> find(Input input, ItemType type, String name) {
        return input.path()
                .flatMap(path -> TextFile.read(input.name(), () -> Files.newInputStream(path), RulesYaml::decode)
                        .value())
                .flatMap(file -> DefinitionSearch.in(file, type, name));
    }
}
