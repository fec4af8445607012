package io.falconer.plan;

/**
 * A regular expression on the JSON text of a pod's spec. It holds if every image in the text matches another expression. The
 * list fields of k8s_audit cannot express this: they do not reach pod templates, cut registry ports, and have no value if a pod
 * has no init containers, so that an exception could hide what another container does.
 */
final class ImagesInObject {
    /** Text up to a quote that does not start {@code "image":"}, repeated. */
    private static final String OTHER =
            "(i(m(ag?)?)?)?|([^i\"]|i[^m\"]|im[^a\"]|ima[^g\"]|imag[^e\"]|image[^\"])[^\"]*";

    private ImagesInObject() {}

    /** All images match {@code image}, a regular expression of {@link io.falconer.template.ImageChecks#regex}. */
    static String all(String image) {
        String unquoted = image.replace("[^/]*", "[^/\"]*")
                .replace("[^/@]*", "[^/@\"]*")
                .replace("[^/:@]+", "[^/:@\"]+")
                .replace("/.+", "/[^\"]+");
        return "[^\"]*(\"(" + OTHER + "|image\":\"" + unquoted + "))*";
    }
}
