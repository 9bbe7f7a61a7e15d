package io.entente.platform.audit.web;

import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What a request attempts. */
record Attempt(HttpServletRequest request) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");
    private static final int MAX_CHARACTERS = 200;

    /**
     * The attempt in the words of the audit log: the path of the operation and the ids in it. Neither anything else that the caller has
     * written into the path nor the query is among them, because both can have addresses and one-time keys.
     *
     * @param operation the method and the path with the names of its variables, or only the method if nothing has this path
     * @param resource the path up to the last id in it
     */
    record Words(String operation, String resource) {}

    /** @param isLetIn whether its caller has signed in or needed not to */
    Words words(Routes routes, boolean isLetIn) {
        String method = request.getMethod();
        String known = READS.contains(method) || WRITES.contains(method) ? method : "(unknown method)";
        return routes.target(request, isLetIn)
                .map(target -> new Words(shortened(known + " " + target.pattern()), shortened(target.resource())))
                .orElseGet(() -> new Words(known, Routes.UNKNOWN_PATH));
    }

    boolean isCommand() {
        return !READS.contains(request.getMethod());
    }

    /** Whether its answer is a file or has personal data. */
    boolean isAuditedRead() {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                && isRecordedRead(method);
    }

    /** Whether the handler answers with a file or with personal data. */
    static boolean isRecordedRead(HandlerMethod handler) {
        return handler.hasMethodAnnotation(FileResponse.class) || handler.hasMethodAnnotation(AuditedRead.class);
    }

    static String shortened(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }
}
