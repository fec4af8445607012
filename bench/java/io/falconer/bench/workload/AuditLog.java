package io.falconer.bench.workload;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes audit logs as API servers write them, one event a line. The same seed gives the same bytes, and a longer log
 * begins with a shorter one. No more than a block of a log is held in memory.
 */
public final class AuditLog {
    private static final String USAGE = """
            Usage: bench/audit-log [EVENTS] [SEED]

            Writes an audit log of a Kubernetes cluster to standard output: EVENTS events (default 200000, about 230 MB) as
            JSON lines, which depend on SEED (default 1) and on nothing else. 120 namespaces of 40 teams with 600 workloads,
            200 nodes and 60 people. Most events are gets, lists, watches and leases of kubelets and controllers, of level
            Metadata; creates, updates and patches of pods, deployments, configmaps and such carry requestObject and often
            responseObject. Pods have 1 to 12 containers. About one event in twenty matches the 50 rules of `bench/rules 50`.
            """;

    private static final int BLOCK = 1 << 17;
    private static final int STEP_MICROS = 18_000;

    private final Dice dice;
    private final Cluster cluster;
    private final List<Template> templates;

    /** A log that depends on {@code seed} only. */
    public AuditLog(long seed) {
        dice = new Dice(seed);
        cluster = Cluster.of(dice);
        List<Template> drawn = new ArrayList<>();
        Activities.all().forEach(activity -> drawn.addAll(Collections.nCopies(activity.weight(), activity.template())));
        templates = List.copyOf(drawn);
    }

    /** Writes the next {@code events} events. */
    public void write(OutputStream out, long events) throws IOException {
        StringBuilder text = new StringBuilder(2 * BLOCK);
        LocalDateTime second = LocalDateTime.of(2026, 3, 1, 10, 0, 0);
        String shown = second + ":00";
        int micros = 0;
        for (long i = 0; i < events; i++) {
            dice.of(templates).fill(text, cluster.subject(dice, shown, micros), dice);
            text.append('\n');
            if (text.length() > BLOCK) {
                out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1)); // it is ASCII
                text.setLength(0);
            }
            micros += dice.below(2 * STEP_MICROS);
            if (micros > 990_000) {
                micros = 0;
                second = second.plusSeconds(1);
                shown = second.getSecond() == 0 ? second + ":00" : second.toString();
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Writes a log to standard output. */
    public static void main(String[] arguments) {
        if (arguments.length > 2 || !String.join("", arguments).matches("[0-9]*")) {
            System.err.print(USAGE);
            System.exit(2);
        }
        long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 200_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            new AuditLog(seed).write(out, events);
        } catch (IOException e) { // such as a reader that wanted no more
            System.err.println("audit-log: " + e.getMessage());
            System.exit(1);
        }
    }
}
