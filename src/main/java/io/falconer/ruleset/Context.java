package io.falconer.ruleset;

import io.falconer.text.Location;
import io.falconer.text.Span;
import io.falconer.text.TextOrigin;
import io.falconer.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place in a rules file, level by level. It is cheap to create, and becomes a {@link LoadContext} only when there is
 * something to report.
 */
record Context(Optional<Context> parent, RulesFile file, ItemType type, String itemName, Span span) {
    private static final int NAME_LENGTH = 20;

    /** The whole file. */
    static Context of(RulesFile file) {
        return new Context(Optional.empty(), file, ItemType.RULES_CONTENT, "", Span.at(0));
    }

    /** A node within this. */
    Context at(YamlNode node, ItemType type, String itemName) {
        return new Context(Optional.of(this), file, type, itemName, node.span());
    }

    /** An offset of the file within this. */
    Context at(int offset, ItemType type) {
        return new Context(Optional.of(this), file, type, "", Span.at(offset));
    }

    Location location() {
        return new Location(file.source(), span);
    }

    LoadContext resolve() {
        List<LoadLocation> locations = locations();
        String snippet = file.snippet(locations.getLast().position().offset());
        return new LoadContext(locations, snippet, new TextOrigin(location()));
    }

    /**
     * A place within a condition.
     *
     * @param quoted the text that Falco quotes
     * @param offset the place in it, in UTF-16
     * @param origin the origin of that place
     */
    LoadContext inCondition(QuotedCondition quoted, int offset, TextOrigin origin) {
        String condition = quoted.text();
        List<LoadLocation> locations = new ArrayList<>(locations());
        LoadLocation.Position position =
                quoted.position(offset, locations.getLast().position());
        String beginning =
                condition.length() > NAME_LENGTH ? condition.substring(0, NAME_LENGTH - 3) + "..." : condition;
        String name = "\"" + beginning.replace('\n', ' ').replace('\r', ' ') + "\"";
        locations.add(new LoadLocation(ItemType.CONDITION_EXPRESSION, "", name, position));
        String snippet = condition.isEmpty() ? file.snippet(position.offset()) : quoted.snippet(position.offset());
        return new LoadContext(locations, snippet, origin);
    }

    private List<LoadLocation> locations() {
        List<LoadLocation> locations = new ArrayList<>();
        for (Optional<Context> c = Optional.of(this); c.isPresent(); c = c.get().parent()) {
            Context level = c.get();
            LoadLocation.Position position = file.position(level.span().start());
            locations.add(new LoadLocation(
                    level.type(), level.itemName(), file.source().name(), position));
        }
        return locations.reversed();
    }
}
