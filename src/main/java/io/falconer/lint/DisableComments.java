package io.falconer.lint;

import io.falconer.ruleset.ItemType;
import io.falconer.ruleset.LoadedItem;
import io.falconer.ruleset.LoadedRules;
import io.falconer.text.Diagnostic;
import io.falconer.text.Location;
import io.falconer.text.SourceFile;
import io.falconer.text.Via;
import io.falconer.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The comments that disable findings. It records which of them had an effect. */
final class DisableComments {
    private static final String CODE = "unused-disable";

    /** This many comments without an effect are enough to report. */
    private static final int MOST = 100;

    /** A comment by its place, with one of its codes. */
    private record Use(Location comment, String code) {}

    /** The keys of a comment, with its code: the name of a rule, or the place of an item. */
    private record Key(String code, Optional<String> rule, Optional<Location> item) {
        static Key of(String code, String rule) {
            return new Key(code, Optional.of(rule), Optional.empty());
        }

        static Key of(String code, LoadedItem item) {
            return new Key(code, Optional.empty(), Optional.of(item.location()));
        }
    }

    private final LoadedRules rules;
    private final Set<String> looked;
    private final List<DisableComment> comments;
    private final Map<Key, List<DisableComment>> bySubject = new HashMap<>();
    private final Map<SourceFile, ItemLines> lines = new HashMap<>();
    private final Set<Use> used = new HashSet<>();

    /** {@code looked} are the codes of the findings that are looked for. */
    DisableComments(LoadedRules rules, Set<String> looked) {
        this.looked = looked;
        this.rules = rules;
        this.comments = rules.files().stream()
                .filter(file -> file.result().errors().isEmpty())
                .flatMap(file -> DisableComment.in(file).stream())
                .toList();
        comments.stream().filter(comment -> !comment.reason().isEmpty()).forEach(this::index);
        if (!comments.isEmpty()) {
            rules.files().forEach(file -> lines.put(file.source(), ItemLines.of(file)));
        }
    }

    private void index(DisableComment comment) {
        for (String code : comment.codes()) {
            for (LoadedItem item : comment.items()) {
                if (item.type() == ItemType.RULE) {
                    index(Key.of(code, item.name()), comment);
                }
                index(Key.of(code, item), comment);
            }
        }
    }

    private void index(Key key, DisableComment comment) {
        bySubject.computeIfAbsent(key, k -> new ArrayList<>()).add(comment);
    }

    /** Whether a comment disables the finding, at its rule or at the macro, list or other item that brings it in. */
    boolean cover(RuleFinding finding) {
        boolean covered = cover(Key.of(finding.code(), finding.rule().name()));
        Stream<Location> through = finding.origin().way().stream().map(Via::location);
        for (Location place :
                Stream.concat(Stream.of(finding.origin().location()), through).toList()) {
            covered |= coverAt(finding.code(), place);
        }
        return covered;
    }

    /** Whether a comment at its item disables a finding that is not about a rule in force. */
    boolean cover(Diagnostic finding) {
        return finding.location()
                .filter(place -> coverAt(finding.code(), place))
                .isPresent();
    }

    private boolean coverAt(String code, Location place) {
        boolean covered = false;
        ItemLines items = lines.get(place.source());
        for (LoadedItem item :
                items == null ? List.<LoadedItem>of() : items.at(place.start().line())) {
            covered |= cover(Key.of(code, item));
        }
        return covered;
    }

    private boolean cover(Key key) {
        List<DisableComment> covering = bySubject.getOrDefault(key, List.of());
        covering.forEach(comment -> used.add(new Use(comment.location(), key.code())));
        return !covering.isEmpty();
    }

    /** The errors in the comments themselves, after all findings have been checked. */
    List<Diagnostic> problems(Predicate<SourceFile> isBase) {
        List<Diagnostic> problems = new ArrayList<>();
        UsedItems reached = comments.isEmpty() ? UsedItems.NONE : UsedItems.of(rules);
        for (DisableComment comment : comments) {
            if (problems.size() < MOST && !isBase.test(comment.location().source())) {
                comment.codes().forEach(code -> problem(comment, code, reached).ifPresent(problems::add));
            }
        }
        return problems;
    }

    private Optional<Diagnostic> problem(DisableComment comment, String code, UsedItems reached) {
        if (!Findings.CODES.contains(code)) {
            String hint = code.startsWith("LOAD_")
                    ? "this is Falco's own code, which a comment cannot disable"
                    : "a comment reads: # falconer:disable=CODE reason"
                            + Nearest.to(code, Findings.CODES)
                                    .map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse("");
            return Optional.of(warning(comment, "\"" + code + "\" is not the code of a finding")
                    .withHint(hint));
        }
        if (comment.reason().isEmpty()) {
            return Optional.of(warning(comment, "the comment gives no reason, so it does not disable anything")
                    .withHint("write the reason after the code: # falconer:disable=" + code + " reason"));
        }
        if (comment.items().isEmpty()) {
            return Optional.of(warning(comment, "the comment is not at an item, so it does not disable anything")
                    .withHint("write it on the line above an item, or at the end of a line within it"));
        }
        return used.contains(new Use(comment.location(), code))
                        || !looked.contains(code)
                        || comment.items().stream().noneMatch(reached::contains)
                ? Optional.empty()
                : Optional.of(warning(comment, "there is no finding " + code + " to disable here")
                        .withHint("delete the comment"));
    }

    private static Diagnostic warning(DisableComment comment, String message) {
        return Diagnostic.warning(CODE, message, comment.location());
    }
}
