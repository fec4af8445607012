# syntax=docker/dockerfile:1
# The native executable in an image without a shell. It has not been built yet:
# DockerfileTest holds its structure, and nothing more.
#
#   docker build -t falconer --build-arg COMMIT="$(git rev-parse --short=12 HEAD)" .
#   docker run --rm -v "$PWD:/repo:ro" falconer test tests/
#
# What is written (generate, init, -o FORMAT=FILE) needs the mount without ro, and --user "$(id -u):$(id -g)".

FROM maven:3.9.9-eclipse-temurin-21@sha256:3a4ab3276a087bf276f79cae96b1af04f53731bec53fb2e651aca79e4b10211e AS maven

FROM quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25 AS build
COPY --from=maven /usr/share/maven /usr/share/maven
USER quarkus
WORKDIR /code
COPY --chown=quarkus:root . /code/
ARG COMMIT=""
RUN PATH="/usr/share/maven/bin:$PATH" JAVA_HOME="${JAVA_HOME:-$GRAALVM_HOME}" \
    ./mvnw -B package -Dnative -DskipTests -Dfalconer.commit="$COMMIT" \
    && mv target/falconer-*-runner target/falconer

# Quarkus links the executable with the C library and zlib only.
FROM gcr.io/distroless/java-base-debian12:nonroot
ARG COMMIT=""
LABEL org.opencontainers.image.title="Falconer" \
      org.opencontainers.image.description="Falco rules from policies, proven against fixture events without a cluster." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="$COMMIT"
COPY --from=build /code/target/falconer /falconer
COPY LICENSE /licenses/LICENSE
COPY --from=build /code/target/THIRD-PARTY.txt /licenses/THIRD-PARTY.txt
USER nonroot:nonroot
WORKDIR /repo
ENTRYPOINT ["/falconer"]
CMD ["--help"]
