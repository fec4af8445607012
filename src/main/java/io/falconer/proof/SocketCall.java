package io.falconer.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A system call on a socket by a process in a container. Falco does not know what is empty. */
record SocketCall(
        String type,
        Optional<String> namespace,
        Optional<String> image,
        String process,
        int port,
        String user,
        char fdType,
        int result,
        boolean host) {

    SocketCall type(String other) {
        return new SocketCall(other, namespace, image, process, port, user, fdType, result, host);
    }

    SocketCall namespace(Optional<String> other) {
        return new SocketCall(type, other, image, process, port, user, fdType, result, host);
    }

    SocketCall image(Optional<String> other) {
        return new SocketCall(type, namespace, other, process, port, user, fdType, result, host);
    }

    SocketCall process(String other) {
        return new SocketCall(type, namespace, image, other, port, user, fdType, result, host);
    }

    SocketCall port(int other) {
        return new SocketCall(type, namespace, image, process, other, user, fdType, result, host);
    }

    SocketCall user(String other) {
        return new SocketCall(type, namespace, image, process, port, other, fdType, result, host);
    }

    SocketCall fdType(char other) {
        return new SocketCall(type, namespace, image, process, port, user, other, result, host);
    }

    SocketCall result(int other) {
        return new SocketCall(type, namespace, image, process, port, user, fdType, other, host);
    }

    /** The same call by a process of the host. */
    SocketCall onHost() {
        return new SocketCall(type, Optional.empty(), Optional.of(""), process, port, user, fdType, result, true);
    }

    /** Its fields as Falco extracts them, on one line. */
    String event() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("source", "syscall");
        ObjectNode fields = event.putObject("fields");
        fields.put("evt.type", type).put("evt.rawres", result);
        fields.put("proc.name", process).put("proc.cmdline", process).put("user.name", user);
        if (result >= 0) {
            fields.put("fd.typechar", String.valueOf(fdType));
            if (fdType == 'u') {
                fields.put("fd.name", "/run/proof.sock");
            } else {
                fields.put("fd.sport", port).put("fd.name", (fdType == '6' ? ":::" : "0.0.0.0:") + port);
            }
        }
        fields.put("container.id", host ? "host" : "0123456789ab");
        image.ifPresent(reference -> {
            String repository = ImageSamples.repository(reference);
            String tag = reference.substring(repository.length()).replaceAll("@.*", "");
            fields.put("container.image", reference);
            fields.put("container.image.repository", repository);
            fields.put("container.image.tag", tag.replaceFirst(":", ""));
        });
        namespace.ifPresent(name -> fields.put("k8s.ns.name", name).put("k8s.pod.name", "proof"));
        return event.toString();
    }

    ExceptionOracle.Facts facts() {
        List<String> images = image.stream().toList();
        return new ExceptionOracle.Facts(
                namespace, images, images, Optional.of(user), Optional.empty(), Optional.of(process));
    }
}
