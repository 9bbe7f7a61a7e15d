package io.entente.platform.web.text;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.PropertyEditorSupport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Applies the rule for text ({@link PlainText}) to query parameters, as {@code ExactScalars} does to the fields of a body. */
@ControllerAdvice
public final class TextParameters {

    /** Brings text parameters into their stored form before the handler gets them. */
    @InitBinder
    void plainText(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                setValue(text == null ? null : PlainText.of(text));
            }
        });
    }

    /** Refuses a request whose parameters have faulty text. The answer names every such parameter. */
    public static final class Check implements HandlerInterceptor {

        private final Function<List<FieldError>, RuntimeException> refusal;

        /** @param refusal makes an exception of the errors */
        public Check(Function<List<FieldError>, RuntimeException> refusal) {
            this.refusal = refusal;
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            List<FieldError> errors = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> Arrays.stream(values)
                    .flatMap(value -> PlainText.fault(value, false).stream())
                    .findFirst()
                    .ifPresent(fault -> errors.add(new FieldError(name, fault))));
            if (!errors.isEmpty()) {
                throw refusal.apply(errors);
            }
            return true;
        }
    }
}
