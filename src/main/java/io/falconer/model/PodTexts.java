package io.falconer.model;

import static io.falconer.model.JsonTexts.NUMBER;
import static io.falconer.model.JsonTexts.STRING;
import static io.falconer.model.JsonTexts.list;
import static io.falconer.model.JsonTexts.member;
import static io.falconer.model.JsonTexts.object;

/**
 * Regular expressions for the JSON texts of parts of pods, as the types of the API (core/v1) have them.
 */
public final class PodTexts {
    private static final String PORT_NUMBER_OR_NAME = NUMBER + "|" + STRING;

    /** A member of a container's port. */
    public static final String PORT =
            member("containerPort|hostPort", NUMBER) + "|" + member("hostIP|name|protocol", STRING);

    /** A sysctl: its name, and a value before or after. */
    public static final String SYSCTL = sysctl(STRING);

    /** An annotation. Its key is a qualified name, which may have a prefix. */
    public static final String ANNOTATION = "\"[A-Za-z0-9._/-]+\":" + STRING;

    /** A member of httpGet. */
    public static final String HTTP = member("host|path|scheme", STRING) + "|" + member("port", PORT_NUMBER_OR_NAME)
            + "|" + member("httpHeaders", list(object(member("name|value", STRING))));

    /** A member of tcpSocket. */
    public static final String TCP = member("host", STRING) + "|" + member("port", PORT_NUMBER_OR_NAME);

    /** What a probe or hook does. */
    public static final String HANDLER = member("exec", object(member("command", list(STRING)))) + "|"
            + member("httpGet", object(HTTP)) + "|" + member("tcpSocket", object(TCP)) + "|"
            + member("sleep", object(member("seconds", NUMBER))) + "|"
            + member("grpc", object(member("port", NUMBER) + "|" + member("service", STRING)));

    /** A member of a probe. */
    public static final String PROBE = HANDLER + "|"
            + member(
                    "failureThreshold|initialDelaySeconds|periodSeconds|successThreshold|terminationGracePeriodSeconds"
                            + "|timeoutSeconds",
                    NUMBER);

    /** A member of a container's lifecycle. */
    public static final String LIFECYCLE =
            member("postStart|preStop", object(HANDLER)) + "|" + member("stopSignal", STRING);

    static final String PORTS = list(object(PORT));
    static final String SYSCTLS = list(SYSCTL);
    static final String ANNOTATIONS = object(ANNOTATION);
    static final String VOLUMES = list(VolumeTexts.all());

    private PodTexts() {}

    /** A sysctl with one of these names. */
    public static String sysctl(String names) {
        String value = member("value", STRING);
        return "\\{(" + value + ",)?\"name\":(" + names + ")(," + value + ")?\\}";
    }
}
