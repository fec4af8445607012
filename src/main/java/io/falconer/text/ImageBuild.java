package io.falconer.text;

/**
 * Whether an executable is being built. What classes work out then, when they are initialized, is part of the executable, and
 * none of its starts has to do it again.
 */
public final class ImageBuild {
    private ImageBuild() {}

    /** Whether this runs within GraalVM's builder of executables. */
    public static boolean isRunning() {
        return "buildtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
    }
}
