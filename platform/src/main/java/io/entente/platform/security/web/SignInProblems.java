package io.entente.platform.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that isn't let in with a problem document: 401 without a good token, 403 if the caller may not do this, 503
 * if the keys of the identity server are neither known nor reachable. {@code WWW-Authenticate} is as in RFC 6750.
 */
final class SignInProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInProblems.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String SIGN_IN = "Sign in: send a token in the header Authorization: Bearer <token>.";
    private static final String INSUFFICIENT = "Bearer error=\"insufficient_scope\"";

    private final JsonMapper json;

    SignInProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            LOG.warn("A token can't be verified: {}", String.valueOf(e.getMessage()));
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The identity server is not reachable at the moment, so the token can't be verified. Send the request again.");
            return;
        }
        if (e instanceof OAuth2AuthenticationException bearer) {
            OAuth2Error error = bearer.getError();
            String description = String.valueOf(error.getDescription()).replaceAll("[^ -!#-\\[\\]-~]", "'");
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"%s\", error_description=\"%s\"".formatted(error.getErrorCode(), description));
            write(request, response, HttpStatus.UNAUTHORIZED, "The token is not accepted: " + description);
        } else {
            challenge(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        refuse(request, response, "The token doesn't allow this.");
    }

    /** Answers 401 to somebody who hasn't signed in. */
    void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(request, response, HttpStatus.UNAUTHORIZED, SIGN_IN);
    }

    /** Answers 403. */
    void refuse(HttpServletRequest request, HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, INSUFFICIENT);
        write(request, response, HttpStatus.FORBIDDEN, detail);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("errors", List.of());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
