package io.falconer.bench;

import io.falconer.event.AuditEvent;
import io.falconer.event.Event;
import io.falconer.event.json.Json;
import io.falconer.event.reader.EventReader;
import java.util.List;

/** Single events to look at closely: the first of their kind in the made log, and a system call. */
final class SampleEvents {
    private static final int LOOK_AT = 20_000;

    private SampleEvents() {}

    /** Somebody gets something. */
    static Event get() {
        return Workload.events(LOOK_AT).stream()
                .filter(event -> text(event).contains("\"verb\":\"get\""))
                .findFirst()
                .orElseThrow();
    }

    /** A pod of exactly five containers is created. */
    static Event pod() {
        return Workload.events(LOOK_AT).stream()
                .filter(event -> ((AuditEvent) event)
                                .document()
                                .get("requestObject")
                                .flatMap(object -> object.get("spec"))
                                .flatMap(spec -> spec.get("containers"))
                                .map(Json::items)
                                .map(List::size)
                                .orElse(0)
                        == 5)
                .findFirst()
                .orElseThrow();
    }

    /** A process connects to somewhere. */
    static Event connection() {
        return new EventReader().read("syscall.json", """
                {"source":"syscall","time":1,"fields":{"evt.type":"connect","proc.name":"curl","fd.sip":"93.184.216.34",\
                "fd.sport":443,"fd.name":"10.0.0.7:51234->93.184.216.34:443"}}""").getFirst();
    }

    /** The JSON of an audit event. */
    static String text(Event event) {
        return ((AuditEvent) event).document().compact();
    }
}
