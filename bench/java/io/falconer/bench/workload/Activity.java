package io.falconer.bench.workload;

/**
 * A kind of request that is made again and again.
 *
 * @param weight how often, compared with the others
 * @param code the HTTP status of the response
 * @param query what follows the path
 * @param request the object sent; empty for none
 * @param response the object answered; empty for none
 */
record Activity(
        int weight,
        Actor actor,
        String verb,
        Target target,
        Stage stage,
        int code,
        String query,
        String request,
        String response) {
    /** The stages in which the API server reports. */
    enum Stage {
        RequestReceived,
        ResponseStarted,
        ResponseComplete
    }

    static Activity of(int weight, Actor actor, String verb, Target target) {
        int code = verb.equals("create") ? 201 : 200;
        return new Activity(weight, actor, verb, target, Stage.ResponseComplete, code, "", "", "");
    }

    Activity at(Stage other, int status) {
        return new Activity(weight, actor, verb, target, other, status, query, request, response);
    }

    Activity asking(String parameters) {
        return new Activity(weight, actor, verb, target, stage, code, parameters, request, response);
    }

    Activity sending(String object, String answer) {
        return new Activity(weight, actor, verb, target, stage, code, query, object, answer);
    }

    /** The audit event, in one line with its line end. */
    Template template() {
        boolean answered = stage != Stage.RequestReceived;
        boolean allowed = code != 403;
        String level = request.isEmpty() ? "Metadata" : response.isEmpty() ? "Request" : "RequestResponse";
        return Template.of("{\"kind\":\"Event\",\"apiVersion\":\"audit.k8s.io/v1\",\"level\":\"" + level
                + "\",\"auditID\":\"$uid\",\"stage\":\"" + stage + "\",\"requestURI\":\"" + target.path(verb) + query
                + "\",\"verb\":\"" + verb + "\"," + actor.who()
                + (target.resource().isEmpty() ? "" : ",\"objectRef\":{" + target.reference(verb) + "}")
                + (answered ? ",\"responseStatus\":{\"metadata\":{}" + status(allowed) + ",\"code\":" + code + "}" : "")
                + (request.isEmpty() ? "" : ",\"requestObject\":" + request)
                + (response.isEmpty() || !answered || !allowed ? "" : ",\"responseObject\":" + response)
                + ",\"requestReceivedTimestamp\":\"$received\",\"stageTimestamp\":\"$finished\""
                + (answered ? ",\"annotations\":{" + annotations(allowed) + "}" : "") + "}");
    }

    private static String status(boolean allowed) {
        return allowed
                ? ""
                : ",\"status\":\"Failure\",\"message\":\"forbidden: access denied\",\"reason\":\"Forbidden\"";
    }

    private String annotations(boolean allowed) {
        return "\"authorization.k8s.io/decision\":\"" + (allowed ? "allow" : "forbid")
                + "\",\"authorization.k8s.io/reason\":\"" + (allowed ? actor.reason() : "") + "\"";
    }
}
