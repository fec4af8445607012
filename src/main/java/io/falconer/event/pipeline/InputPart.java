package io.falconer.event.pipeline;

import io.falconer.event.Event;
import io.falconer.event.reader.Batch;
import io.falconer.event.reader.ReadPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of an input whose events were judged.
 *
 * @param before where it starts
 * @param after where it ends
 * @param batch its content
 * @param results the results of judging its events
 */
record InputPart<R>(ResumePoint before, ResumePoint after, Batch batch, List<R> results) {
    /** Judges the events of a batch that starts at {@code before} and ends at a position. */
    static <R> InputPart<R> of(
            String path,
            ResumePoint before,
            ReadPosition end,
            Batch batch,
            Function<? super Event, Optional<R>> judge) {
        List<R> results = new ArrayList<>();
        batch.emit(path, before.position().line(), before.numbers(), event -> judge.apply(event)
                .ifPresent(results::add));
        return new InputPart<>(before, new ResumePoint(end, batch.after(before.numbers())), batch, results);
    }
}
