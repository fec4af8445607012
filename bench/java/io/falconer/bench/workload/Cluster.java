package io.falconer.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The cluster that a log is of: the same dice make the same one. */
record Cluster(List<App> apps, List<String> nodes) {
    private static final int NODES = 200;

    static Cluster of(Dice dice) {
        List<App> apps = new ArrayList<>();
        for (String team : Names.TEAMS) {
            for (String stage : Names.STAGES) {
                int first = dice.below(Names.COMPONENTS.size());
                for (int i = 0; i < 5; i++) {
                    String component = Names.COMPONENTS.get((first + i) % Names.COMPONENTS.size());
                    apps.add(app(team, stage, component, dice));
                }
            }
        }
        return new Cluster(
                List.copyOf(apps),
                IntStream.range(0, NODES)
                        .mapToObj(i -> "ip-10-0-" + dice.below(64) + "-" + i + ".internal")
                        .toList());
    }

    /** Somebody and something to do with an event at a time. */
    Subject subject(Dice dice, String second, int micros) {
        long bits = dice.bits() >>> 1;
        String suffix = Long.toString(36 * 36 * 36 * 36 + bits % (35 * 36 * 36 * 36 * 36), 36);
        return new Subject(
                dice.of(apps),
                suffix,
                dice.of(nodes),
                dice.of(Names.PEOPLE),
                dice.of(Names.CONTROLLERS),
                second,
                micros);
    }

    private static App app(String team, String stage, String component, Dice dice) {
        String image = Names.REGISTRY + "/" + team + "/" + component;
        return new App(team, team + "-" + stage, team + "-" + component, PodSpec.of(component, image, dice));
    }
}
