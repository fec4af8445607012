package io.falconer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.falconer.Golden;
import io.falconer.engine.RulesInForce;
import io.falconer.generate.Capability.Note;
import io.falconer.logic.Deadline;
import io.falconer.meaning.RuleClaim;
import io.falconer.policy.View;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.Falco;
import io.falconer.suite.ClaimProofs;
import io.falconer.suite.RuleDecision;
import io.falconer.suite.RuleDecision.Counterexample;
import io.falconer.template.Exactness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/capabilities.md} says what is proved: its tables and events come from proofs, its other texts from
 * {@code src/test/resources/pages}. {@code -Dfalconer.golden=true} writes it again.
 */
class CapabilitiesPageTest {
    private static final Path PAGE = Path.of("docs/capabilities.md");
    private static final Path TEMPLATE = Path.of("src/test/resources/pages/capabilities.md");

    private static final List<String> CONTROLS = List.of(
            "{kind: ResourceLimits, limits: [cpu, memory, ephemeral-storage], requests: [cpu, memory, ephemeral-storage]}",
            "{kind: AllowedImages, allow: [{images: [nginx, \"quay.io/x/*\"]}], requireDigest: true, denyTags: [latest]}",
            "{kind: ListeningSockets, allow: [{process: nginx, ports: [80]}]}",
            "{kind: WorkloadSecurity, profile: k01}",
            "{kind: WorkloadSecurity, profile: baseline}",
            "{kind: WorkloadSecurity, profile: restricted}",
            "{kind: RuntimeClass, required: [gvisor], handlers: [runsc]}",
            "{kind: ServiceAccounts}",
            "{kind: TokenAccess, allow: [{process: vault}]}",
            "{kind: ProtectedObjects, resources: [limitranges]}");

    private static final String TEAM = "teams: [{name: t, namespaces: [a]}]\n";

    /** What a policy says besides, with the controls for which it makes a difference. */
    private static final Map<String, List<String>> NARROWED = narrowed();

    private static Map<String, List<String>> narrowed() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<String> ofPods = List.of(
                "{kind: ResourceLimits, limits: [cpu]}",
                "{kind: AllowedImages, requireDigest: true}",
                "{kind: WorkloadSecurity, checks: [privileged, hostNamespaces, runAsUser]}",
                "{kind: RuntimeClass, required: [gvisor]}",
                "{kind: ServiceAccounts, checks: [tokenAutomount, defaultServiceAccount]}");
        List<String> ofCalls = List.of("{kind: ListeningSockets}", "{kind: TokenAccess}");
        all.put(
                "an exception for a user|match: {user: bob}",
                Stream.concat(ofPods.stream(), ofCalls.stream()).toList());
        all.put(
                "an exception for an image|match: {image: nginx}",
                Stream.concat(ofPods.stream(), ofCalls.stream()).toList());
        all.put("a team's exception for an image|team: t, match: {image: nginx}", ofPods);
        all.put(
                "an exception for all of Docker Hub|match: {image: \"docker.io/*\"}",
                Stream.concat(ofPods.stream(), ofCalls.stream()).toList());
        all.put("a team's exception for all of Docker Hub|team: t, match: {image: \"docker.io/*\"}", ofPods);
        all.put(
                "namespaces that are named|",
                Stream.of(ofPods, ofCalls).flatMap(List::stream).toList());
        return all;
    }

    private static final Pattern IMAGE = Pattern.compile("\"image\":\"([^\"]*)\"(,\"name\":)?");

    /** What the event of a difference shows, by a part of its reason. */
    private static final Map<String, Predicate<String>> EVENTS = Map.of(
            "a patch ",
            event -> event.contains("\"verb\":\"patch\""),
            "everything in the spec that is called \"image\"",
            event -> !images(event, true).containsAll(images(event, false)),
            "pods that run no other image",
            event -> images(event, true).stream().distinct().count() > 1,
            "images that are written with the registry",
            event -> images(event, false).isEmpty()
                    && images(event, true).stream().distinct().count() == 1
                    && images(event, true).stream().noneMatch(image -> image.startsWith("docker.io/")),
            "where the runtime writes out the registry",
            event -> event.matches(".*\"container.image.repository\":\"[^\"/]*\".*"),
            "whose namespace Falco does not know",
            event -> !event.contains("k8s.ns.name"));

    /** What was said and decided about one check. */
    private record Cell(String check, Capability said, RuleDecision decision) {
        /** The word that is proved. */
        String word() {
            List<Exactness> shown = decision.counterexamples().stream()
                    .map(each -> each.fires() ? Exactness.OVER : Exactness.UNDER)
                    .toList();
            return shown.isEmpty() ? "exact" : shown.stream().map(Exactness::id).collect(Collectors.joining(", "));
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private final SortedSet<String> inexpressible = new TreeSet<>();

    @Test
    void saysWhatIsProved() throws IOException {
        Golden.check(
                PAGE,
                Golden.read(TEMPLATE)
                        .replace("{{controls}}\n", controls())
                        .replace("{{narrowed}}\n", narrowedTable())
                        .replace("{{differences}}\n", differences())
                        .replace("{{inexpressible}}\n", String.join("", inexpressible)));
    }

    private String controls() {
        StringBuilder table =
                new StringBuilder("| control | check | `view: request` | `view: admitted` |\n|---|---|---|---|\n");
        for (String control : CONTROLS) {
            Map<String, List<Cell>> rows = new LinkedHashMap<>();
            for (View view : View.values()) {
                decide(control, view, "").forEach(cell -> rows.computeIfAbsent(cell.check(), c -> new ArrayList<>())
                        .add(cell));
            }
            String kind = kind(control)
                    + (control.contains("profile: ") ? ", " + control.replaceAll(".*profile: |}", "") : "");
            rows.forEach((check, views) -> table.append("| ")
                    .append(kind)
                    .append(" | `")
                    .append(check)
                    .append("` | ")
                    .append(views.stream().map(Cell::word).collect(Collectors.joining(" | ")))
                    .append(" |\n"));
        }
        decide("{kind: ResourceLimits, limits: {cpu: 2}}", View.REQUEST, "");
        return table.toString();
    }

    private String narrowedTable() {
        StringBuilder table = new StringBuilder("| with | exact | over |\n|---|---|---|\n");
        NARROWED.forEach((key, controls) -> {
            String name = key.substring(0, key.indexOf('|'));
            String match = key.substring(key.indexOf('|') + 1);
            Map<String, Set<String>> byWord = new LinkedHashMap<>();
            for (String control : controls) {
                String rest = match.isEmpty()
                        ? "match: {namespaces: [a]}\n"
                        : TEAM + "exceptions: [{name: e, controls: [" + kind(control) + "], " + match
                                + ", reason: r}]\n";
                decide(control, View.ADMITTED, rest)
                        .forEach(cell -> byWord.computeIfAbsent(cell.word(), w -> new LinkedHashSet<>())
                                .add("`" + cell.check() + "`"));
            }
            assertThat(byWord)
                    .containsOnlyKeys(Stream.of("exact", "over")
                            .filter(byWord::containsKey)
                            .toList());
            table.append("| ").append(name);
            for (String word : List.of("exact", "over")) {
                table.append(" | ").append(String.join(", ", byWord.getOrDefault(word, Set.of())));
            }
            table.append(" |\n");
        });
        return table.toString();
    }

    /** One event for each reason. */
    private String differences() {
        Map<String, List<Cell>> byReason = new LinkedHashMap<>();
        Map<String, Counterexample> events = new LinkedHashMap<>();
        Map<String, Note> notes = new LinkedHashMap<>();
        for (Cell cell : cells) {
            for (Counterexample shown : cell.decision().counterexamples()) {
                String reason = fitting(shown);
                byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(cell);
                events.putIfAbsent(reason, shown);
                cell.said().notes().stream()
                        .filter(note -> note.reason().equals(reason))
                        .forEach(note -> notes.putIfAbsent(reason, note));
            }
        }
        StringBuilder text = new StringBuilder();
        events.forEach((reason, shown) -> {
            String checks = byReason.getOrDefault(reason, List.of()).stream()
                    .map(cell -> "`" + cell.check() + "`")
                    .distinct()
                    .collect(Collectors.joining(", "));
            text.append(text.isEmpty() ? "" : "\n")
                    .append("**")
                    .append(shown.fires() ? "over" : "under")
                    .append("** in ")
                    .append(checks)
                    .append(": ")
                    .append(reason)
                    .append(".\n");
            Optional.ofNullable(notes.get(reason))
                    .flatMap(Note::narrows)
                    .ifPresent(how -> text.append("Narrower with: ").append(how).append(".\n"));
            text.append(
                    shown.fires()
                            ? "The rule fires on this event, and the policy does not forbid it:\n"
                            : "The policy forbids this event, and the rule stays silent:\n");
            text.append("\n```json\n").append(shown.event()).append("\n```\n");
        });
        return text.toString();
    }

    /** The one reason, of those that are announced, that the event shows. */
    private static String fitting(Counterexample shown) {
        List<String> fitting = shown.because().stream()
                .filter(reason -> EVENTS.entrySet().stream()
                        .anyMatch(each -> reason.contains(each.getKey())
                                && each.getValue().test(shown.event())))
                .toList();
        assertThat(fitting).as(shown.explained() + ": " + shown.event()).hasSize(1);
        return fitting.getFirst();
    }

    /** The values of the key {@code image}, of containers (which have a name) or elsewhere. */
    private static List<String> images(String event, boolean ofContainers) {
        List<String> images = new ArrayList<>();
        Matcher image = IMAGE.matcher(event);
        while (image.find()) {
            if (ofContainers == (image.group(2) != null)) {
                images.add(image.group(1));
            }
        }
        return images;
    }

    /** Decides about the rules of a control, of which the capability table says no more and no less than is proved. */
    private List<Cell> decide(String control, View view, String rest) {
        Bundle bundle = Bundles.of("maxContainers: 1\nview: " + view.name().toLowerCase(Locale.ROOT) + "\ncontrols: ["
                + control + "]\n" + rest);
        RulesInForce rules = new LoadedBundles(Emulation.DEFAULT, List.of(bundle))
                .load(bundle)
                .value()
                .orElseThrow();
        Map<String, RuleDecision> decisions =
                new ClaimProofs(rules, Falco.NEWEST, Deadline.none()).decide(bundle.claims());
        List<Capability> said = bundle.capabilities().stream()
                .filter(each -> each.exactness() != Exactness.INEXPRESSIBLE)
                .toList();
        bundle.capabilities().stream()
                .filter(each -> each.exactness() == Exactness.INEXPRESSIBLE)
                .forEach(this::inexpressible);
        List<RuleClaim> claims =
                bundle.claims().subList(0, said.size()); // the last one is about pods with more containers
        List<Cell> decided = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            RuleDecision decision =
                    Optional.ofNullable(decisions.get(claims.get(i).rule())).orElseThrow();
            assertThat(decision.reasons()).as(claims.get(i).rule()).isEmpty();
            assertThat(decision.counterexamples()).allMatch(Counterexample::announced);
            Cell cell = new Cell(said.get(i).check(), said.get(i), decision);
            assertThat(cell.word())
                    .as(control + rest + claims.get(i).rule())
                    .isEqualTo(said.get(i).exactness().id());
            decided.add(cell);
        }
        cells.addAll(decided);
        return decided;
    }

    private void inexpressible(Capability capability) {
        capability
                .notes()
                .forEach(note -> inexpressible.add("* " + capability.control() + ", " + capability.check() + ": "
                        + note.reason() + "."
                        + note.narrows().map(how -> " Instead: " + how + ".").orElse("") + "\n"));
    }

    private static String kind(String control) {
        return control.replaceAll(".*kind: ([A-Za-z]+).*", "$1");
    }
}
