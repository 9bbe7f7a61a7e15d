package io.entente.platform.audit.web;

import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What a request attempts, in the words of the audit log. */
record Attempt(HttpServletRequest request) {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MAX_CHARACTERS = 200;

    boolean isCommand() {
        return !READS.contains(request.getMethod());
    }

    /** Whether its answer is a file or has personal data. */
    boolean isAuditedRead() {
        return handler() instanceof HandlerMethod method
                && (method.hasMethodAnnotation(FileResponse.class) || method.hasMethodAnnotation(AuditedRead.class));
    }

    /** The method and the path with the names of its variables, or only the method if nothing has this path. */
    String operation() {
        String pattern = pattern();
        return shortened(request.getMethod() + (pattern == null ? "" : " " + pattern));
    }

    /** The path up to the last id in it. */
    String resource() {
        String path = request.getRequestURI();
        String pattern = pattern();
        if (pattern == null || !pattern.contains("{")) {
            return shortened(path);
        }
        String[] names = pattern.split("/");
        int last = 0;
        for (int i = 0; i < names.length; i++) {
            last = names[i].contains("{") ? i : last;
        }
        return shortened(
                String.join("/", Arrays.stream(path.split("/")).limit(last + 1L).toList()));
    }

    private @Nullable Object handler() {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
    }

    private @Nullable String pattern() {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : null;
    }

    static String shortened(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
    }
}
