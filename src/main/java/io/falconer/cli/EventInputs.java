package io.falconer.cli;

import io.falconer.cli.file.UnloadableException;
import io.falconer.event.DocumentPaths;
import io.falconer.event.Event;
import io.falconer.event.pipeline.EventPipeline;
import io.falconer.text.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Recorded events that several threads judge, in the forms that {@code replay} reads. */
final class EventInputs {
    private final Environment environment;
    private final CommonOptions options;
    private final Console console;
    private long events;

    EventInputs(Environment environment, CommonOptions options, Console console) {
        this.environment = environment;
        this.options = options;
        this.console = console;
    }

    /**
     * Judges whole events. What cannot be read is reported, and the rest is read.
     *
     * @param arguments files, directories or globs
     * @param judge several threads call it
     * @param results receives the results in the order of the events
     * @return whether all was read
     */
    <R> boolean judge(List<String> arguments, Function<? super Event, Optional<R>> judge, Consumer<? super R> results) {
        Inputs all = new Inputs(environment);
        List<Input> inputs = all.find(arguments, Inputs.Kind.EVENTS);
        SkipNote notes = new SkipNote(console);
        notes.showUnread(all.unread(arguments, Inputs.Kind.EVENTS));
        boolean complete = true;
        int threads = Runtime.getRuntime().availableProcessors();
        try (EventPipeline pipeline = new EventPipeline(threads, DocumentPaths.ALL);
                Progress progress = new Progress(environment, options, "judging files", inputs.size())) {
            for (Input input : inputs) {
                complete &= read(input, pipeline, judge, results);
                progress.run();
            }
            notes.show(pipeline.skips());
        }
        return complete;
    }

    private <R> boolean read(
            Input input,
            EventPipeline pipeline,
            Function<? super Event, Optional<R>> judge,
            Consumer<? super R> results) {
        try (InputStream in = input.open(environment)) {
            pipeline.<R>read(input.name(), in, input.isLive(), judge, judged -> {
                events += judged.events();
                judged.results().forEach(results);
            });
            return true;
        } catch (UnloadableException e) {
            console.show(e.diagnostics());
        } catch (IOException e) {
            console.show(List.of(TextFile.unreadable("all of " + input.name(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** The number of events that were judged. */
    long events() {
        return events;
    }
}
