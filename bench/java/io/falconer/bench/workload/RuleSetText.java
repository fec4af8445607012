package io.falconer.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes rules files of any number of rules: the families of {@code rules.yaml} for the whole cluster, then for one team
 * after the other. The same seed gives the same file, and a larger set begins with the rules of a smaller one.
 */
public final class RuleSetText {
    private static final String USAGE = """
            Usage: bench/rules [RULES] [SEED]

            Writes a rules file to standard output: RULES rules (default 50) of source k8s_audit, which share lists and macros
            like Falco's own rules for audit events do. They depend on SEED (default 1) and on nothing else, and a larger set
            begins with the rules of a smaller one. The first 25 rules are for the whole cluster, the others for one team
            each, so that about one event in twenty of `bench/audit-log` matches, however many rules there are.
            """;

    private static final String RULE = "- rule:";

    private final Dice dice;
    private final List<String> families;
    private final String shared;

    private RuleSetText(long seed) {
        dice = new Dice(seed);
        String text = resource();
        shared = text.substring(0, text.indexOf(RULE));
        families = List.of(text.substring(shared.length() + RULE.length()).split(RULE));
    }

    /** A rules file of {@code rules} rules. */
    public static String of(int rules, long seed) {
        return new RuleSetText(seed).text(rules);
    }

    private String text(int rules) {
        int first = dice.below(Names.TEAMS.size());
        StringBuilder text = new StringBuilder(shared.substring(shared.indexOf("- list:")));
        for (int i = 0; i < rules; i++) {
            int round = i / families.size();
            String team = Names.TEAMS.get((first + round) % Names.TEAMS.size());
            if (i % families.size() == 0 && round <= Names.TEAMS.size()) {
                text.append("""
                        - list: %1$s_namespaces
                          items: [%1$s-prod, %1$s-staging, %1$s-dev]
                        - macro: in_%1$s
                          condition: (ka.target.namespace in (%1$s_namespaces))

                        """.formatted(team));
            }
            text.append(RULE).append(rule(families.get(i % families.size()), round, team));
        }
        return text.toString();
    }

    private String rule(String family, int round, String team) {
        String scope =
                switch (round == 0 ? 0 : 1 + dice.below(3)) {
                    case 0 -> "user_namespace";
                    case 1 -> "in_" + team;
                    case 2 -> "ka.target.namespace startswith " + team + "-";
                    default -> "ka.target.namespace glob \"" + team + "-*\"";
                };
        String again = round > Names.TEAMS.size() ? " " + round / Names.TEAMS.size() : "";
        return family.replace("$title", round == 0 ? "" : " of " + team + again)
                .replace("$scope", scope)
                .replace(
                        "$owned",
                        round == 0
                                ? "not ka.target.name startswith \"system:\""
                                : "ka.target.name startswith " + team + "-")
                .replace("$team", team)
                .replace("$people", some(Names.PEOPLE, 5))
                .replace(
                        "$images", round == 0 ? String.join(", ", Names.FOREIGN_IMAGES) : some(Names.FOREIGN_IMAGES, 2))
                .replace("$paths", round == 0 ? String.join(", ", Names.HOST_PATHS) : some(Names.HOST_PATHS, 3))
                .replace("$capabilities", some(Names.CAPABILITIES, 4));
    }

    private String some(List<String> names, int count) {
        List<String> left = new ArrayList<>(names);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(left.remove(dice.below(left.size())));
        }
        return String.join(", ", drawn);
    }

    private static String resource() {
        try (InputStream in = RuleSetText.class.getResourceAsStream("rules.yaml")) {
            if (in == null) {
                throw new IllegalStateException("rules.yaml is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a rules file to standard output. */
    public static void main(String[] arguments) {
        if (arguments.length > 2 || !String.join("", arguments).matches("[0-9]*")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        int rules = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        System.out.print(of(rules, seed));
    }
}
