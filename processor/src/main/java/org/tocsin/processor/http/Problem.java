package org.tocsin.processor.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * An answer that is an error, in the form of RFC 9457.
 *
 * @param status of HTTP
 * @param title of the kind of error, the same for all of its kind
 * @param detail what was wrong this time, and what is accepted
 */
record Problem(int status, String title, String detail) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    static Problem unauthorized(String detail) {
        return new Problem(401, "Not authorized", detail);
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Not available now", detail);
    }

    String json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("status", status)
                .put("title", title)
                .put("detail", detail)
                .toString();
    }

    /** To leave a handler with. */
    ProblemException exception() {
        return new ProblemException(this);
    }

    /** Carries a problem to where answers are written. */
    static final class ProblemException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised
        private final Problem problem;

        private ProblemException(Problem problem) {
            super(problem.detail, null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
