package io.falconer.text;

/**
 * Whether an executable is being built. What classes compute during their initialization is then part of the executable, so its
 * starts need not compute it again.
 */
public final class ImageBuild {
    private ImageBuild() {}

    /** Whether this runs within GraalVM's builder of executables. */
    public static boolean isRunning() {
        return "buildtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
    }
}
