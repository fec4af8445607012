package io.falconer.generate;

import io.falconer.field.EventSource;
import io.falconer.plan.GeneratedRule;
import io.falconer.plan.RuleException;
import io.falconer.plan.RuleException.Row;
import io.falconer.policy.Policy;
import io.falconer.policy.PolicyException;
import io.falconer.policy.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a team's exceptions: items that only append values to those that the rules declare. */
final class ExceptionsFileWriter {
    private final Policy policy;
    private final Team team;
    private final EventSource source;
    private final List<GeneratedRule> rules;

    /** @param rules those of the source */
    ExceptionsFileWriter(Policy policy, Team team, EventSource source, List<GeneratedRule> rules) {
        this.policy = policy;
        this.team = team;
        this.source = source;
        this.rules = rules;
    }

    /** The directory of the files of all teams. */
    static String directory(Policy policy) {
        return "rules/" + policy.name() + "_exceptions";
    }

    /**
     * The file; empty if the team has no valid exception from these rules.
     *
     * @param requirements those of the rules, without which Falco does not know them
     */
    Optional<GeneratedFile> write(String requirements) {
        StringBuilder body = new StringBuilder();
        rules.forEach(rule -> item(body, rule));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        String path = directory(policy) + "/" + team.name() + "_" + source.id() + "_rules.yaml";
        String header =
                Header.of(policy, "Exceptions of team " + team.name() + " from the rules (source " + source.id() + ")");
        return Optional.of(new GeneratedFile(path, header + "\n" + requirements + body));
    }

    private void item(StringBuilder out, GeneratedRule rule) {
        List<RuleException> own = new ArrayList<>();
        for (RuleException exception : rule.exceptions()) {
            List<Row> rows = exception.rows().stream()
                    .filter(row -> row.origin().team().filter(team::equals).isPresent())
                    .toList();
            if (!rows.isEmpty()) {
                own.add(new RuleException(exception.name(), exception.columns(), rows));
            }
        }
        if (!own.isEmpty()) {
            out.append("\n- rule: ").append(YamlText.quoted(rule.name())).append('\n');
            out.append("  exceptions:\n");
            for (RuleException exception : own) {
                out.append("    - name: ").append(exception.name()).append('\n');
                values(out, exception.rows());
            }
            out.append("  override: {exceptions: append}\n");
        }
    }

    /** The values of an exception, each below a comment with its reason. */
    static void values(StringBuilder out, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        out.append("      values:\n");
        String said = "";
        for (Row row : rows) {
            String why = why(row.origin());
            if (!why.equals(said)) {
                YamlText.wrap(why)
                        .forEach(line -> out.append("        # ").append(line).append('\n'));
                said = why;
            }
            out.append("        - ").append(YamlText.list(row.values())).append('\n');
        }
    }

    /** The reason of an exception, in words. */
    static String why(PolicyException exception) {
        String image = exception.match().image().map(i -> ", for image " + i).orElse("");
        String owner = exception.owner().map(o -> "; owner " + o).orElse("");
        String end = exception.expires().map(day -> "; valid until " + day).orElse("");
        return exception.name() + image + ": " + exception.reason() + owner + end;
    }
}
