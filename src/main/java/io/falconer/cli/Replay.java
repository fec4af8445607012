package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.engine.Alert;
import io.falconer.engine.Engine;
import io.falconer.engine.RuleCost;
import io.falconer.engine.RuleCosts;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.pipeline.EventPipeline;
import io.falconer.event.pipeline.EventResults;
import io.falconer.event.reader.Skips;
import io.falconer.report.ReplayTotals;
import io.falconer.text.Diagnostic;
import io.falconer.text.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** One replay: evaluates the events of inputs and sends the alerts to sinks. */
final class Replay {
    private static final int COSTLIEST = 5;

    private final Environment environment;
    private final Console console;
    private final AlertSinks sinks;
    private final EventPipeline pipeline;
    private final ReplayProgress progress;
    private final Function<Event, Optional<Fired>> judge;
    private final Optional<RuleCosts> costs;
    private final long start = System.nanoTime();
    private long events;
    private long alerts;
    private boolean unreadable;

    /** An event and its alerts. There is at least one alert. */
    private record Fired(Event event, List<Alert> alerts) {}

    private Replay(
            Environment environment,
            Console console,
            AlertSinks sinks,
            EventPipeline pipeline,
            ReplayProgress progress,
            List<Engine> engines,
            boolean profile) {
        this.environment = environment;
        this.console = console;
        this.sinks = sinks;
        this.pipeline = pipeline;
        this.progress = progress;
        Engine engine = engines.getFirst();
        this.costs = profile ? Optional.of(engine.costs()) : Optional.empty();
        this.judge = engines.size() > 1
                ? event -> fired(event, alerts(engines, event))
                : costs.isPresent() ? profiled(engine, costs.get()) : event -> fired(event, engine.evaluate(event));
    }

    private static List<Alert> alerts(List<Engine> engines, Event event) {
        return engines.stream()
                .flatMap(engine -> engine.evaluate(event).stream())
                .toList();
    }

    /**
     * Replays all inputs, or as many as possible before an interruption.
     *
     * @param engines those whose alerts are sent; for one event, those of one engine after the other
     * @param profile whether to report which rules of the only engine took longest
     * @param whole whether the sinks take whole events
     */
    static ExitCode run(
            Environment environment,
            Console console,
            CommonOptions options,
            List<Input> inputs,
            List<Engine> engines,
            AlertSinks sinks,
            boolean profile,
            boolean whole) {
        int threads = Runtime.getRuntime().availableProcessors();
        DocumentPaths paths = whole
                ? DocumentPaths.ALL
                : engines.stream().map(Engine::documentPaths).reduce(DocumentPaths.NONE, DocumentPaths::and);
        try (EventPipeline pipeline = new EventPipeline(threads, paths);
                ReplayProgress progress = new ReplayProgress(environment, options, size(inputs))) {
            return new Replay(environment, console, sinks, pipeline, progress, engines, profile).run(inputs);
        }
    }

    private ExitCode run(List<Input> inputs) {
        environment.interruption().heed();
        boolean interrupted = false;
        try {
            for (Input input : inputs) {
                read(input);
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        progress.clear();
        Skips skips = pipeline.skips();
        sinks.finish(totals(), skips, costs.map(all -> all.costliest(COSTLIEST)).orElse(List.<RuleCost>of()));
        new SkipNote(console).show(skips);
        if (interrupted) {
            console.note(
                    "interrupted: these are the results of the first " + (events == 1 ? "event" : events + " events"));
            return ExitCode.INTERRUPTED;
        }
        return unreadable ? ExitCode.UNLOADABLE : ExitCode.HOLDS;
    }

    private void read(Input input) throws InterruptedException {
        InputStream opened;
        try {
            opened = input.open(environment);
        } catch (UnloadableException e) {
            report(e.diagnostics());
            return;
        }
        try (InputStream in = progress.count(opened)) {
            pipeline.read(input.name(), in, input.isLive(), judge, this::take);
        } catch (IOException e) {
            boolean nothing = opened instanceof LazyInputStream late && !late.isOpened();
            report(List.of(TextFile.unreadable((nothing ? "" : "all of ") + input.name(), e)));
        }
    }

    /** Reports why an input was not read, or not to its end. The other inputs are read. */
    private void report(List<Diagnostic> problems) {
        unreadable = true;
        progress.aside(() -> console.show(problems));
    }

    /** Takes the results of some events. Alerts of a live log are written at once. */
    private void take(EventResults<Fired> judged) {
        events += judged.events();
        if (sinks.printsAlerts()
                && environment.terminal().out()
                && !judged.results().isEmpty()) {
            progress.aside(() -> write(judged.results()));
        } else {
            write(judged.results());
        }
        progress.update(totals());
    }

    private void write(List<Fired> results) {
        for (Fired fired : results) {
            alerts += fired.alerts().size();
            sinks.accept(fired.event(), fired.alerts());
        }
        if (!results.isEmpty()) {
            sinks.flush();
        }
    }

    private ReplayTotals totals() {
        return new ReplayTotals(events, alerts, System.nanoTime() - start);
    }

    private static Function<Event, Optional<Fired>> profiled(Engine engine, RuleCosts costs) {
        return event -> fired(event, engine.evaluate(event, costs));
    }

    private static Optional<Fired> fired(Event event, List<Alert> alerts) {
        return alerts.isEmpty() ? Optional.empty() : Optional.of(new Fired(event, alerts));
    }

    /** The number of bytes of all inputs, unless one is a stream. */
    private static OptionalLong size(List<Input> inputs) {
        long size = 0;
        for (Input input : inputs) {
            OptionalLong one = input.size();
            if (one.isEmpty()) {
                return OptionalLong.empty();
            }
            size += one.getAsLong();
        }
        return OptionalLong.of(size);
    }
}
