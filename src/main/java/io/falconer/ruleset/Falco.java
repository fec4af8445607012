package io.falconer.ruleset;

import io.falconer.condition.Grammar;
import io.falconer.event.FieldReading;
import io.falconer.field.Dialect;
import io.falconer.field.DriverSchema;
import io.falconer.field.EventSource;
import io.falconer.field.Field;
import io.falconer.field.FieldCatalogue;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An emulated release of Falco, with all its differences from the others. No other class checks for a release: each receives
 * the switch that it needs. {@code docs/versions.md} shows users the differences, and how to add a release.
 *
 * @param release its number; a future release has no patch number
 * @param alike other releases that behave the same
 * @param engine its engine version, which rules files may require
 * @param dialect its language of conditions
 * @param loading how it loads rules files
 * @param running how it evaluates events and shows alerts
 * @param recorded the program that recorded its answers
 */
public record Falco(
        String release,
        List<String> alike,
        Version engine,
        Dialect dialect,
        Set<LoadTrait> loading,
        Set<RunTrait> running,
        String recorded) {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+\\.[0-9]+)(\\.[0-9]+)?");

    /** The main branch after 0.44.1. */
    public static final Falco V0_45 = new Falco(
            "0.45",
            List.of("0.45.0"),
            new Version(0, 63, 0),
            Dialect.NEWEST,
            EnumSet.of(
                    LoadTrait.UNKNOWN_KEYS,
                    LoadTrait.EXCEPTION_MODIFIERS,
                    LoadTrait.OUTPUT_GRAMMAR,
                    LoadTrait.LATENCY_DEPRECATED,
                    LoadTrait.EVENT_NUMBERS_DECIDED),
            Set.of(),
            "Falco's main branch, engine 0.63.0, libs 0.26-dev");

    /** libs 0.25.4. 0.44.0 has no difference that rules or events show. */
    public static final Falco V0_44_1 = new Falco(
            "0.44.1",
            List.of("0.44.0"),
            new Version(0, 62, 0),
            new Dialect(
                    Grammar.NEWEST.without(Grammar.Feature.HEX_ESCAPES, Grammar.Feature.DEPTH_LIMIT),
                    DriverSchema.V4_3_0,
                    true),
            EnumSet.of(
                    LoadTrait.UNKNOWN_KEYS,
                    LoadTrait.EXCEPTION_MODIFIERS,
                    LoadTrait.OUTPUT_GRAMMAR,
                    LoadTrait.LATENCY_DEPRECATED,
                    LoadTrait.NO_TYPES_ARE_TOO_MANY),
            EnumSet.of(RunTrait.REGEX_WANTS_UTF8, RunTrait.RAW_TEXT),
            "Falco 0.44.1, engine 0.62.0, libs 0.25.4");

    /** libs 0.23.2. */
    public static final Falco V0_43_1 = new Falco(
            "0.43.1",
            List.of(),
            new Version(0, 58, 0),
            new Dialect(new Grammar(Set.of()), DriverSchema.V4_1_0, false),
            EnumSet.of(LoadTrait.LATENCY_DEPRECATED, LoadTrait.NO_TYPES_ARE_TOO_MANY),
            EnumSet.of(RunTrait.REGEX_WANTS_UTF8, RunTrait.RAW_TEXT),
            "Falco 0.43.1, engine 0.58.0, libs 0.23.2");

    /** libs 0.23.1, without one fix of 0.23.2. */
    public static final Falco V0_43_0 = new Falco(
            "0.43.0",
            List.of(),
            V0_43_1.engine,
            V0_43_1.dialect,
            V0_43_1.loading,
            EnumSet.of(RunTrait.STALE_VALUES, RunTrait.REGEX_WANTS_UTF8, RunTrait.RAW_TEXT),
            "Falco 0.43.1 without the one fix of libs that 0.43.0 does not have");

    /** libs 0.22.2. */
    public static final Falco V0_42_1 = new Falco(
            "0.42.1",
            List.of(),
            new Version(0, 57, 0),
            new Dialect(new Grammar(Set.of()), DriverSchema.V4_0_1, false),
            EnumSet.of(LoadTrait.NO_TYPES_ARE_TOO_MANY),
            EnumSet.of(
                    RunTrait.STALE_VALUES,
                    RunTrait.FIRST_VOLUME_ONLY,
                    RunTrait.LATENCY_MEASURED,
                    RunTrait.REGEX_WANTS_UTF8,
                    RunTrait.RAW_TEXT),
            "Falco 0.42.1, engine 0.57.0, libs 0.22.2");

    /** All emulated releases, the oldest first. */
    public static final List<Falco> ALL = List.of(V0_42_1, V0_43_0, V0_43_1, V0_44_1, V0_45);

    /** The default release. */
    public static final Falco NEWEST = ALL.getLast();

    public Falco {
        alike = List.copyOf(alike);
        loading = Set.copyOf(loading);
        running = Set.copyOf(running);
    }

    /** The release that {@code text} names. A number with two parts means its newest release. */
    public static Optional<Falco> of(String text) {
        return ALL.stream()
                .filter(falco -> falco.release.equals(text)
                        || falco.alike.contains(text)
                        || falco.minor().equals(text))
                .reduce((older, newer) -> newer);
    }

    /** All texts that {@link #of} accepts, in order: each number with two parts, and then its releases. */
    public static List<String> names() {
        return ALL.stream()
                .flatMap(falco -> Stream.concat(Stream.of(falco.minor(), falco.release), falco.alike.stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The releases from one to another, the oldest first: both, and the newest release of each two-part number between them.
     *
     * @return empty if {@code from} is newer than {@code to}
     */
    public static List<Falco> range(Falco from, Falco to) {
        int first = ALL.indexOf(from);
        int last = ALL.indexOf(to);
        return ALL.stream()
                .filter(falco -> ALL.indexOf(falco) >= first && ALL.indexOf(falco) <= last)
                .filter(falco -> falco.equals(from) || falco.equals(to) || falco.isNewestOfMinor())
                .toList();
    }

    /** The fields of a source, as it lists them. */
    public List<Field> fields(EventSource source) {
        return FieldCatalogue.of(source).fields().stream()
                .map(field -> DeprecatedField.of(field.name())
                                .filter(deprecated -> !deprecated.isWarnedOf(this))
                                .isPresent()
                        ? field.without(Field.Flag.DEPRECATED)
                        : field)
                .toList();
    }

    /** How it reads fields from events. */
    public FieldReading reading() {
        return new FieldReading(dialect.schema(), has(RunTrait.LATENCY_MEASURED), has(RunTrait.FIRST_VOLUME_ONLY));
    }

    /** The first two parts of the number. */
    public String minor() {
        Matcher matcher = NUMBER.matcher(release);
        if (!matcher.matches()) {
            throw new IllegalStateException(release);
        }
        return matcher.group(1);
    }

    /** Whether it loads rules files in this way. */
    public boolean has(LoadTrait trait) {
        return loading.contains(trait);
    }

    /** Whether it evaluates events and shows alerts in this way. */
    public boolean has(RunTrait trait) {
        return running.contains(trait);
    }

    /** The same release with another dialect, because other plugins are loaded. */
    Falco with(Dialect other) {
        return new Falco(release, alike, engine, other, loading, running, recorded);
    }

    private boolean isNewestOfMinor() {
        return of(minor()).filter(this::equals).isPresent();
    }
}
