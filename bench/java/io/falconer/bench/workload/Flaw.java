package io.falconer.bench.workload;

/** What is wrong with a pod, for rules to find. */
enum Flaw {
    NONE,
    PRIVILEGED,
    ROOT,
    CAPABILITY,
    HOST_PATH,
    HOST_NETWORK,
    HOST_PID,
    FOREIGN_IMAGE,
    LATEST;

    String image(String good, Dice dice) {
        return switch (this) {
            case FOREIGN_IMAGE -> dice.of(Names.FOREIGN_IMAGES) + ":1.0";
            case LATEST -> good.substring(0, good.lastIndexOf(':')) + ":latest";
            case NONE, PRIVILEGED, ROOT, CAPABILITY, HOST_PATH, HOST_NETWORK, HOST_PID -> good;
        };
    }

    String securityContext(String good, Dice dice) {
        return switch (this) {
            case PRIVILEGED -> "\"privileged\":true";
            case ROOT -> "\"runAsUser\":0";
            case CAPABILITY -> "\"capabilities\":{\"add\":[\"" + dice.of(Names.CAPABILITIES) + "\"]}";
            case NONE, HOST_PATH, HOST_NETWORK, HOST_PID, FOREIGN_IMAGE, LATEST -> good;
        };
    }

    /** A further volume, after a comma. */
    String volume(Dice dice) {
        return this == HOST_PATH
                ? ",{\"name\":\"host\",\"hostPath\":{\"path\":\"" + dice.of(Names.HOST_PATHS) + "\",\"type\":\"\"}}"
                : "";
    }

    /** A further member of the spec, after a comma. */
    String member() {
        return switch (this) {
            case HOST_NETWORK -> ",\"hostNetwork\":true";
            case HOST_PID -> ",\"hostPID\":true";
            case NONE, PRIVILEGED, ROOT, CAPABILITY, HOST_PATH, FOREIGN_IMAGE, LATEST -> "";
        };
    }
}
