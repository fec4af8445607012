package io.falconer.cover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Joins events that differ only in one value, such as an item of a list: one patch with a variable makes all of them. */
final class EventGroups {
    /** From how many values on a group is shorter than its events one by one. */
    private static final int FEWEST = 3;

    private static final String VARIABLE = "${value}";

    private EventGroups() {}

    /** An event, and the changes of the first one that make it. */
    record Changed(CoverEvent event, List<JsonNode> operations) {}

    /**
     * Events about the constants of one check.
     *
     * @param operations the changes, with a variable in the place of the values
     */
    record Group(String part, List<JsonNode> operations, List<JsonNode> values) {}

    /** The groups. The events that are in none are added to {@code rest}. */
    static List<Group> of(List<Changed> events, List<Changed> rest) {
        Map<Group, List<Changed>> alike = new LinkedHashMap<>();
        for (Changed each : events) {
            int varying = varying(each.operations());
            if (each.event().goal().item().isEmpty() || varying < 0) {
                rest.add(each);
            } else {
                alike.computeIfAbsent(
                                new Group(each.event().goal().part(), general(each.operations(), varying), List.of()),
                                key -> new ArrayList<>())
                        .add(each);
            }
        }
        List<Group> groups = new ArrayList<>();
        alike.forEach((group, members) -> {
            if (members.size() < FEWEST) {
                rest.addAll(members);
            } else {
                groups.add(new Group(
                        group.part(),
                        group.operations(),
                        members.stream()
                                .map(each -> each.operations()
                                        .get(varying(each.operations()))
                                        .get("value"))
                                .toList()));
            }
        });
        return groups;
    }

    /** The first operation with a plain value; -1 if there is none. */
    private static int varying(List<JsonNode> operations) {
        return IntStream.range(0, operations.size())
                .filter(i -> operations.get(i).path("value").isValueNode())
                .findFirst()
                .orElse(-1);
    }

    private static List<JsonNode> general(List<JsonNode> operations, int varying) {
        List<JsonNode> general = new ArrayList<>(operations);
        ObjectNode one = operations.get(varying).deepCopy();
        general.set(varying, one.put("value", VARIABLE));
        return general;
    }
}
