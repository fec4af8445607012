package io.falconer.policy;

import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the teams of a policy. */
final class TeamsReader {
    private final MappingReader spec;
    private final Set<String> names = new HashSet<>();

    TeamsReader(MappingReader spec) {
        this.spec = spec;
    }

    List<Team> read() {
        new PolicyValueReader(spec).notEmpty("teams");
        List<Team> teams = new ArrayList<>();
        for (MappingReader team : spec.mappings("teams")) {
            team.require("name", "namespaces");
            Optional<Located<String>> name = team.string("name");
            name.ifPresent(given -> validateName(team, given));
            teams.add(new Team(
                    name.map(Located::value).orElse(""),
                    new PolicyValueReader(team).globs("namespaces"),
                    team.string("owner").map(Located::value)));
            team.finish();
        }
        return teams;
    }

    private void validateName(MappingReader team, Located<String> name) {
        if (!NameSyntax.isDnsLabel(name.value())) {
            team.error(
                    name.span(),
                    "bad-name",
                    "\"" + name.value() + "\" is not a valid name for a team",
                    "use lower-case letters, digits and -, because a file gets this name");
        } else if (!names.add(name.value())) {
            team.error(name.span(), "duplicate-name", "another team is named \"" + name.value() + "\"");
        }
    }
}
