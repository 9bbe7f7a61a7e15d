package io.entente.platform.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.body.RequestBodyProblems;
import io.entente.platform.web.lists.SortOrderResolver;
import io.entente.platform.web.lists.SortedBy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Finds every query parameter that cannot be converted. Spring stops at the first. */
final class RequestParameters {

    private final ConversionService conversion;

    RequestParameters(ConversionService conversion) {
        this.conversion = conversion;
    }

    /** @param first the failure that Spring reported; its parameter is among the errors */
    List<FieldError> unacceptable(MethodArgumentTypeMismatchException first, WebRequest request) {
        List<FieldError> errors = new ArrayList<>();
        for (MethodParameter parameter : parameters(first.getParameter().getMethod())) {
            addOrder(parameter, request, errors);
            String name = name(parameter);
            String value = name == null ? null : request.getParameter(name);
            if (name != null && value != null && !fits(value, parameter)) {
                errors.add(new FieldError(name, mismatch(elementType(parameter))));
            }
        }
        if (errors.isEmpty()) {
            // The parameter is a part of the path.
            errors.add(new FieldError(first.getName(), mismatch(elementType(first.getParameter()))));
        }
        addPage(request, errors);
        return errors;
    }

    private static List<MethodParameter> parameters(@Nullable Method handler) {
        List<MethodParameter> parameters = new ArrayList<>();
        if (handler != null) {
            for (int i = 0; i < handler.getParameterCount(); i++) {
                parameters.add(new MethodParameter(handler, i));
            }
        }
        return parameters;
    }

    /** Adds errors in {@code sort} and {@code order}, which {@link SortOrderResolver} had no chance to read. */
    private static void addOrder(MethodParameter parameter, WebRequest request, List<FieldError> errors) {
        SortedBy orders = parameter.getParameterAnnotation(SortedBy.class);
        if (orders != null) {
            errors.addAll(SortOrderResolver.faults(
                    List.of(orders.value()),
                    request.getParameter(SortOrderResolver.SORT),
                    request.getParameter(SortOrderResolver.ORDER)));
        }
    }

    /** Adds errors in {@code limit} and {@code cursor}, which {@link PageRequestResolver} had no chance to read. */
    private static void addPage(WebRequest request, List<FieldError> errors) {
        try {
            PageRequestResolver.read(
                    request.getParameter(PageRequestResolver.LIMIT), request.getParameter(PageRequestResolver.CURSOR));
        } catch (InvalidInputException page) {
            errors.addAll(page.errors());
        }
    }

    private boolean fits(String value, MethodParameter parameter) {
        try {
            conversion.convert(value, TypeDescriptor.valueOf(String.class), new TypeDescriptor(parameter));
            return true;
        } catch (ConversionException e) {
            return false;
        }
    }

    private static @Nullable String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation == null) {
            return null;
        }
        return annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name();
    }

    /** A parameter that may be given several times is described by one of its values. */
    private static Class<?> elementType(MethodParameter parameter) {
        return parameter.getParameterType() == List.class
                ? ResolvableType.forMethodParameter(parameter).getGeneric(0).toClass()
                : parameter.getParameterType();
    }

    private static String mismatch(Class<?> type) {
        String expected = RequestBodyProblems.scalar(type);
        return expected == null ? "has an invalid format" : "must be " + expected;
    }
}
