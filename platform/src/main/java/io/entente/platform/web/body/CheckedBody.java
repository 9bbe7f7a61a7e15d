package io.entente.platform.web.body;

import io.entente.platform.domain.FieldError;
import java.util.List;

/**
 * A request body together with its errors, for a command that reports errors as its answer. A parameter {@code @RequestBody
 * CheckedBody<SomeRequest>} reads and checks a body exactly as {@code @RequestBody SomeRequest} does, but the handler is called
 * even if there are errors. A body that isn't a JSON object is refused as usual.
 *
 * @param <T> the request, a record
 */
public final class CheckedBody<T> {

    private final T request;
    private final List<FieldError> errors;

    CheckedBody(T request, List<FieldError> errors) {
        this.request = request;
        this.errors = List.copyOf(errors);
    }

    /** The request as far as it could be read. A component that has an error can be null. */
    public T request() {
        return request;
    }

    /** One entry for every bad field, as the problem document would have it. */
    public List<FieldError> errors() {
        return errors;
    }

    /** Whether neither a field nor a field within it has an error. */
    public boolean isGood(String field) {
        return errors.stream()
                .map(FieldError::field)
                .noneMatch(bad -> bad.equals(field) || bad.startsWith(field + ".") || bad.startsWith(field + "["));
    }
}
