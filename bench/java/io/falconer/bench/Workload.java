package io.falconer.bench;

import io.falconer.bench.workload.AuditLog;
import io.falconer.bench.workload.RuleSetText;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleMatching;
import io.falconer.event.Event;
import io.falconer.event.reader.EventReader;
import io.falconer.ruleset.Emulation;
import io.falconer.ruleset.LoadResult;
import io.falconer.ruleset.Priority;
import io.falconer.ruleset.RuleLoader;
import io.falconer.ruleset.RuleSet;
import io.falconer.text.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The made log and the made rules, loaded: what all benchmarks work on. */
final class Workload {
    private static final long SEED = 1;

    private Workload() {}

    /** The first {@code count} events of the log, in JSON lines. */
    static byte[] log(int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new AuditLog(SEED).write(out, count);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The same, read. */
    static List<Event> events(int count) {
        return new EventReader().read("log.jsonl", new String(log(count), StandardCharsets.UTF_8));
    }

    /** A made rule set. */
    static RuleSet rules(int count) {
        return load(SourceFile.of(count + "-rules.yaml", RuleSetText.of(count, SEED)));
    }

    /** An engine of a made rule set that stops at the first rule that matches, as Falco does. */
    static Engine engine(int rules) {
        return engine(rules(rules));
    }

    /** An engine that stops at the first rule that matches, as Falco does. */
    static Engine engine(RuleSet rules) {
        return Engine.of(rules, RuleMatching.FIRST, Priority.DEBUG);
    }

    /** The rules of some files, which must load. */
    static RuleSet load(SourceFile... files) {
        RuleLoader loader = new RuleLoader(Emulation.DEFAULT);
        for (SourceFile file : files) {
            LoadResult result = loader.load(file);
            if (!result.successful()) {
                throw new IllegalArgumentException(file + " does not load: " + result.errors());
            }
        }
        return loader.ruleSet();
    }
}
