# Sourced by mvnw and falconer: finds a JDK that can build and run Falconer, without starting any.

least_java=21
no_jdk="Falconer requires a JDK of version $least_java or later: install one (such as Temurin 25) and set JAVA_HOME to it."

# Sets major to the major version of the JDK in $1, or to 0 if it is not a JDK. Every JDK states its version in a file.
java_major() {
    major=0
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            major=${value%%[!0-9]*}
        fi
    done <"$1/release"
    major=${major:-0}
}

usable() {
    java_major "$1"
    [ "$major" -ge "$least_java" ]
}

# Prints the home of the javac on the PATH, links resolved.
on_path() {
    javac=$(command -v javac) || return 0
    javac=$(readlink -f "$javac" 2>/dev/null || printf '%s' "$javac")
    printf '%s\n' "${javac%/*/*}"
}

# Prints the home of a JDK: JAVA_HOME, the JDK on the PATH, or the newest in the usual places. Fails if there is none.
find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && usable "$JAVA_HOME"; then
        printf '%s\n' "$JAVA_HOME"
        return
    fi
    home=$(on_path)
    if [ -n "$home" ] && usable "$home"; then
        printf '%s\n' "$home"
        return
    fi
    best=
    best_major=0
    for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if usable "$home" && [ "$major" -gt "$best_major" ]; then
            best=$home
            best_major=$major
        fi
    done
    [ -n "$best" ] && printf '%s\n' "$best"
}
