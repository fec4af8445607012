package io.falconer.event.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that the API server carried out.
 *
 * @param name empty where the server chose it
 * @param subresource empty if there is none
 * @param body as sent
 * @param answer as the server gave it back
 */
record ApiRequest(
        User user,
        Verb verb,
        Resource resource,
        String namespace,
        String name,
        String subresource,
        ObjectNode body,
        ObjectNode answer) {

    String uri(FieldValidation validation) {
        String collection = resource.path(namespace);
        String object = verb == Verb.CREATE && subresource.isEmpty() ? collection : collection + "/" + name;
        return object + (subresource.isEmpty() ? "" : "/" + subresource) + user.query(verb, validation);
    }

    int code() {
        return verb == Verb.CREATE ? 201 : 200;
    }
}
