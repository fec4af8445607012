package io.falconer.plan;

/**
 * A regular expression over the JSON text of a pod's spec that holds if every image in it matches another one. The list
 * fields of k8s_audit cannot say this: they do not reach pod templates, cut registry ports, and have no value where a pod
 * has no init containers, so that an exception could silence what another container does.
 */
final class ImagesInObject {
    /** Text up to a quote that is not the beginning of {@code "image":"}, and again. */
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
