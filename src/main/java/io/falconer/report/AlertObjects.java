package io.falconer.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.falconer.engine.Alert;
import io.falconer.engine.AlertJson;
import io.falconer.engine.RuleCost;
import io.falconer.event.Event;
import io.falconer.event.Origin;
import io.falconer.event.reader.Skips;
import java.util.List;
import java.util.function.Consumer;

/** Alerts as Falco's JSON with one more key, {@code event}: the place of the event. */
public final class AlertObjects implements AlertSink {
    private final AlertJson json;
    private final boolean array;
    private final Consumer<String> out;
    private boolean first = true;

    private AlertObjects(AlertJson json, boolean array, Consumer<String> out) {
        this.json = json;
        this.array = array;
        this.out = out;
    }

    /** One object in each line. */
    public static AlertObjects lines(AlertJson json, Consumer<String> out) {
        return new AlertObjects(json, false, out);
    }

    /** One array. */
    public static AlertObjects array(AlertJson json, Consumer<String> out) {
        return new AlertObjects(json, true, out);
    }

    @Override
    public void accept(Event event, List<Alert> alerts) {
        for (Alert alert : alerts) {
            String object = json.object(alert);
            String placed = object.substring(0, object.length() - 1) + ",\"event\":" + place(event.origin()) + "}";
            if (array) {
                out.accept((first ? "[\n" : ",\n") + placed);
            } else {
                out.accept(placed + "\n");
            }
            first = false;
        }
    }

    @Override
    public void finish(ReplayTotals totals, Skips skips, List<RuleCost> costliest) {
        if (array) {
            out.accept(first ? "[]\n" : "\n]\n");
        }
    }

    private static ObjectNode place(Origin origin) {
        ObjectNode place = JsonNodeFactory.instance.objectNode();
        place.put("path", origin.path()).put("line", origin.line());
        origin.index().ifPresentOrElse(index -> place.put("index", index), () -> place.put("index", 0));
        return place;
    }
}
