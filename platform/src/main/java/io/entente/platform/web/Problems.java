package io.entente.platform.web;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.FieldError;
import io.entente.platform.events.outbox.OutboxFullException;
import io.entente.platform.runtime.TransientFailures;
import io.entente.platform.web.errors.UploadFaults;
import io.entente.platform.web.limits.SlowBodyException;
import java.net.URI;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every error with an RFC 9457 problem document: {@code type, title, status, detail, instance} and {@code
 * errors:[{field, message}]}. The status is 4xx if the caller can correct the request, and 503 with {@code Retry-After} if the
 * store or the broker is not reachable.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    /** A body of thousands of unknown fields must not become an answer that is much larger. */
    private static final int MAX_ERRORS = 200;

    private static final String RETRY_AFTER_SECONDS = "2";

    private final RequestParameters parameters;

    Problems(@Qualifier("mvcConversionService") ConversionService conversion) {
        this.parameters = new RequestParameters(conversion);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidInputException e) {
        return problem(
                HttpStatus.valueOf(e.status()),
                detail("field", e.errors()),
                e.errors().stream().limit(MAX_ERRORS).toList());
    }

    @ExceptionHandler
    ResponseEntity<Object> notFound(NotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> conflict(ConflictException e) {
        return problem(HttpStatus.CONFLICT, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(PreconditionFailedException e) {
        return problem(HttpStatus.PRECONDITION_FAILED, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLargeException e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooSlow(SlowBodyException e) {
        return problem(HttpStatus.REQUEST_TIMEOUT, e.getMessage(), List.of());
    }

    @ExceptionHandler({ConcurrentUpdateException.class, OptimisticLockingFailureException.class})
    ResponseEntity<Object> concurrent() {
        return problem(
                HttpStatus.CONFLICT,
                "Another request changed the resource at the same time; read it again and repeat the command.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException e, WebRequest request) {
        List<FieldError> errors = parameters.unacceptable(e, request);
        return problem(HttpStatus.BAD_REQUEST, detail("parameter", errors), errors);
    }

    /** Tomcat refuses parameters when somebody reads the first of them. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(InvalidParameterException e) {
        return problem(HttpStatus.valueOf(e.getErrorCode()), "The parameters of the request can't be read.", List.of());
    }

    /** Spring Security refuses names and values with control characters when somebody reads them. */
    @ExceptionHandler
    ResponseEntity<Object> rejected(RequestRejectedException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "A parameter or a header of the request has characters that are not allowed.",
                List.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> upload(MultipartException e) {
        return UploadFaults.ofTheCaller(e)
                .map(fault -> invalid(InvalidInputException.malformed(List.of(fault))))
                .orElseGet(() -> unexpected(e));
    }

    @ExceptionHandler
    ResponseEntity<Object> full(OutboxFullException e) {
        return unavailable(e, "Events cannot be published at the moment.");
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(RuntimeException e) {
        if (TransientFailures.isTransient(e)) {
            return unavailable(e, "The store is not reachable at the moment.");
        }
        LOG.error("Unexpected failure", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed; the failure has been logged.", List.of());
    }

    /** Handles a missing body. {@link RequestBodyConverter} reports what is wrong with a body. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return e.getCause() == null
                ? invalid(InvalidInputException.malformed(
                        List.of(new FieldError("body", "is missing; it must be a JSON object"))))
                : super.handleHttpMessageNotReadable(e, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = List.of(new FieldError(e.getParameterName(), "must be given"));
        return problem(HttpStatus.BAD_REQUEST, detail("parameter", errors), errors);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getCause() instanceof InvalidInputException invalid) {
            return invalid(invalid);
        }
        ProblemDetail problem = problem(e, body, status);
        problem.setProperty("errors", List.of());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** An exception of Spring MVC, and one that a handler threw as an answer, brings its own problem. */
    private static ProblemDetail problem(Exception e, @Nullable Object body, HttpStatusCode status) {
        if (body instanceof ProblemDetail detail) {
            return detail;
        }
        return e instanceof ErrorResponse answer ? answer.getBody() : ProblemDetail.forStatus(status);
    }

    private static ResponseEntity<Object> unavailable(RuntimeException e, String detail) {
        LOG.warn("{} {}", detail, e.toString());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                detail + " The request may or may not have taken effect; send it again.");
        problem.setProperty("errors", List.of());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, @Nullable String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        problem.setProperty("errors", errors);
        // A type that is given isn't negotiated. Otherwise a caller that accepts no JSON would get a refusal without a
        // reason.
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String detail(String what, List<FieldError> errors) {
        return errors.size() == 1
                ? "One %s is invalid.".formatted(what)
                : "%d %ss are invalid.".formatted(errors.size(), what);
    }
}
