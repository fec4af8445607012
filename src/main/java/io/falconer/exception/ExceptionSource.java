package io.falconer.exception;

import io.falconer.event.Event;
import io.falconer.field.EventSource;
import io.falconer.logic.Deadline;
import io.falconer.text.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has exceptions: a policy, or the rules of rules files. Exceptions are numbered from 0. */
public interface ExceptionSource {
    /** The exceptions in their order, with the findings that take neither events nor proofs. */
    List<ListedException> exceptions();

    /** The sources of the rules from which exceptions except, in their order: without events of these, their use is not known. */
    List<Set<EventSource>> eventSources();

    /**
     * The numbers of the exceptions that silence alerts for an event, each once for each alert. Rules count one by one, as with
     * {@code rule_matching: all}. Several threads may call it.
     */
    List<Integer> silencing(Event event);

    /** What is proved about exceptions for all events, until {@code deadline}. */
    Proved prove(Deadline deadline);

    /**
     * What was proved.
     *
     * @param findings by the numbers of the exceptions
     * @param undecided the number of exceptions of which it is not known whether they have an effect
     */
    record Proved(Map<Integer, List<Diagnostic>> findings, int undecided) {
        /** Nothing was tried. */
        public static final Proved NOTHING = new Proved(Map.of(), 0);

        public Proved {
            findings = Map.copyOf(findings);
        }
    }
}
