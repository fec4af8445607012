package io.falconer.lint;

import io.falconer.condition.ConditionPrinter;
import io.falconer.condition.Expr;
import io.falconer.condition.Operand.FieldRef;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import io.falconer.field.FieldType;
import io.falconer.ruleset.Falco;
import io.falconer.ruleset.FieldName;
import io.falconer.ruleset.Rule;
import io.falconer.ruleset.RunTrait;
import io.falconer.ruleset.StaleReads;
import io.falconer.text.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds fields that this Falco may read wrongly: those that it compares after {@code exists} with what was read later
 * ({@link RunTrait#STALE_VALUES}), and {@code ka.req.volume.hostpath[...]} ({@link RunTrait#FIRST_VOLUME_ONLY}).
 */
public final class UnreliableFields {
    private static final String HOST_PATH = "ka.req.volume.hostpath";

    private UnreliableFields() {}

    /** What makes the verdicts of a rule unreliable in this Falco, for people; empty if they are reliable. */
    public static List<Diagnostic> of(Rule rule, Falco falco) {
        return SharedFindings.of(in(rule, falco));
    }

    static List<RuleFinding> in(Rule rule, Falco falco) {
        return Stream.concat(
                        falco.has(RunTrait.STALE_VALUES) ? stale(rule) : Stream.empty(),
                        falco.has(RunTrait.FIRST_VOLUME_ONLY) ? hostPaths(rule) : Stream.empty())
                .limit(Findings.MOST)
                .toList();
    }

    /** One finding for each {@code exists} that has to be written in another way. */
    private static Stream<RuleFinding> stale(Rule rule) {
        Set<Expr> known = new HashSet<>();
        return StaleReads.of(rule.condition()).stream()
                .filter(read -> known.add(read.looked()))
                .flatMap(read -> FieldRefs.in(read.looked()).stream().map(field -> RuleFinding.warning(
                                rule,
                                read.looked().span(),
                                "unreliable-field",
                                "up to Falco 0.43.0, later comparisons of " + FieldName.of(field)
                                        + " may see the value of another field")
                        .withHint(
                                "write " + anyValue(rule, field) + " instead of " + FieldName.of(field) + " exists")));
    }

    /** A comparison that holds for every value, and so says the same as {@code exists}. */
    private static String anyValue(Rule rule, FieldRef field) {
        String name = FieldName.of(field).toString();
        Optional<Field> known = FieldCatalogue.of(rule.source()).find(field.name());
        if (known.filter(Field::list).isPresent()) {
            return "len(" + name + ") >= 0";
        }
        return switch (known.map(Field::type).orElse(FieldType.CHARBUF)) {
            case BOOL -> name + " in (true, false)";
            case ABSTIME, RELTIME -> name + " >= 0";
            default -> name + " startswith \"\"";
        };
    }

    private static Stream<RuleFinding> hostPaths(Rule rule) {
        return Stream.concat(FieldRefs.in(rule.condition()).stream(), FieldRefs.in(rule.output()).stream())
                .filter(field -> field.name().equals(HOST_PATH))
                .map(field -> RuleFinding.warning(
                                rule,
                                field.span(),
                                "unreliable-field",
                                "up to Falco 0.42, " + FieldName.of(field) + " only looks at the first volume of a pod")
                        .withHint(otherwise(field.argument().orElse(""))));
    }

    private static String otherwise(String path) {
        return path.endsWith("*")
                ? "compare the path of each volume: jevt.value[/requestObject/spec/volumes/0/hostPath/path] startswith "
                        + ConditionPrinter.quote(path.substring(0, path.length() - 1))
                : "compare all paths: ka.req.pod.volumes.hostpath intersects (" + ConditionPrinter.quote(path) + ")";
    }
}
