package io.falconer.event;

import io.falconer.event.json.Json;

/** The first value of a query parameter of the request's URI. */
record UriParameter(String name) implements DocumentField {
    @Override
    public DocumentPaths reads() {
        return DocumentPaths.of("requestURI");
    }

    @Override
    public Value of(Json document) {
        return document.get("requestURI")
                .map(Json::text)
                .flatMap(GoUrl::query)
                .flatMap(query -> GoQuery.first(query, name))
                .<Value>map(Value::text)
                .orElse(Value.None.NONE);
    }
}
