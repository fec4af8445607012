package io.falconer.policy;

import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.yaml.Located;
import io.falconer.yaml.MappingReader;
import io.falconer.yaml.Nearest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the exceptions of a policy and checks them against its controls and teams. */
final class ExceptionsReader {
    private final SourceFile source;
    private final MappingReader spec;
    private final List<Control> controls;
    private final List<Team> teams;
    private final NamespaceMatch judged;
    private final Set<String> names = new HashSet<>();

    ExceptionsReader(
            SourceFile source, MappingReader spec, List<Control> controls, List<Team> teams, NamespaceMatch judged) {
        this.source = source;
        this.spec = spec;
        this.controls = controls;
        this.teams = teams;
        this.judged = judged;
    }

    List<PolicyException> read() {
        new PolicyValueReader(spec).notEmpty("exceptions");
        List<PolicyException> exceptions = new ArrayList<>();
        for (MappingReader entry : spec.mappings("exceptions")) {
            exceptions.add(exception(entry));
            entry.finish();
        }
        return exceptions;
    }

    private PolicyException exception(MappingReader entry) {
        entry.require("name", "controls", "reason");
        Optional<Located<String>> name = entry.string("name");
        Location place = new Location(source, name.map(Located::span).orElse(entry.span()));
        Optional<Team> team = entry.string("team").flatMap(given -> team(entry, given));
        new PolicyValueReader(entry).notEmpty("controls");
        List<ControlRef> refs = entry.strings("controls").stream()
                .flatMap(given -> control(entry, given).stream())
                .toList();
        ExceptionMatch match = entry.mapping("match").map(this::match).orElse(none());
        new ExceptionReach(entry, controls, judged).validate(place.span(), refs, match, team);
        return new PolicyException(
                name.map(given -> name(entry, given)).orElse(""),
                team,
                refs,
                match,
                entry.string("reason").map(given -> reason(entry, given)).orElse(""),
                entry.string("owner").map(Located::value),
                entry.string("expires").flatMap(given -> date(entry, given)),
                place);
    }

    private String name(MappingReader entry, Located<String> given) {
        if (!NameSyntax.isDnsLabel(given.value())) {
            entry.error(
                    given.span(),
                    "bad-name",
                    "\"" + given.value() + "\" is not a valid name for an exception",
                    "use lower-case letters, digits and -, at most 63 characters");
        } else if (!names.add(given.value())) {
            entry.error(given.span(), "duplicate-name", "another exception is named \"" + given.value() + "\"");
        }
        return given.value();
    }

    private static String reason(MappingReader entry, Located<String> given) {
        if (given.value().isBlank()) {
            entry.error(
                    given.span(),
                    "empty-reason",
                    "\"reason\" is empty",
                    "give the reason for the exception; the rules repeat it");
        }
        return given.value();
    }

    private Optional<Team> team(MappingReader entry, Located<String> given) {
        Optional<Team> team =
                teams.stream().filter(t -> t.name().equals(given.value())).findFirst();
        if (team.isEmpty()) {
            List<String> known = teams.stream().map(Team::name).toList();
            String hint = known.isEmpty() ? "name the team under \"teams\"" : Nearest.hint(given.value(), known);
            entry.error(given.span(), "unknown-team", "unknown team \"" + given.value() + "\"", hint);
        }
        return team;
    }

    private Optional<ControlRef> control(MappingReader entry, Located<String> given) {
        int slash = given.value().indexOf('/');
        String kind = slash < 0 ? given.value() : given.value().substring(0, slash);
        Optional<Control> control =
                controls.stream().filter(c -> c.kind().equals(kind)).findFirst();
        if (control.isEmpty()) {
            List<String> known = controls.stream().map(Control::kind).toList();
            entry.error(
                    given.span(),
                    "unknown-control",
                    "the policy has no control \"" + kind + "\"",
                    Nearest.hint(kind, known));
            return Optional.empty();
        }
        if (slash < 0) {
            return Optional.of(new ControlRef(kind, Optional.empty()));
        }
        String check = given.value().substring(slash + 1);
        if (!control.get().checks().contains(check)) {
            entry.error(
                    given.span(),
                    "unknown-control",
                    "the policy's " + kind + " does not have the check \"" + check + "\"",
                    Nearest.hint(check, control.get().checks()));
            return Optional.empty();
        }
        return Optional.of(new ControlRef(kind, Optional.of(check)));
    }

    private ExceptionMatch match(MappingReader match) {
        PolicyValueReader values = new PolicyValueReader(match);
        ExceptionMatch read = new ExceptionMatch(
                values.image("image"),
                values.glob("namespace"),
                values.text("user"),
                values.text("serviceAccount"),
                values.text("process"));
        match.finish();
        return read;
    }

    private static Optional<LocalDate> date(MappingReader entry, Located<String> given) {
        try {
            return Optional.of(LocalDate.parse(given.value()));
        } catch (DateTimeParseException e) {
            entry.error(
                    given.span(), "bad-date", "\"" + given.value() + "\" is not a date", "write it as in 2027-03-31");
            return Optional.empty();
        }
    }

    private static ExceptionMatch none() {
        return new ExceptionMatch(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
