package io.entente.platform.web.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.ListCursor;
import io.entente.platform.domain.lists.SortOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves a {@link SortOrder} from the query parameters {@code sort} and {@code order}. It refuses a cursor that comes from a
 * list in another order.
 */
public final class SortOrderResolver implements HandlerMethodArgumentResolver {

    public static final String SORT = "sort";
    public static final String ORDER = "order";

    private static final String CURSOR = "cursor";
    private static final String ASCENDING = "asc";
    private static final String DESCENDING = "desc";

    private final Function<List<FieldError>, RuntimeException> refusal;

    /** @param refusal makes an exception of the errors */
    public SortOrderResolver(Function<List<FieldError>, RuntimeException> refusal) {
        this.refusal = refusal;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SortOrder.class && parameter.hasParameterAnnotation(SortedBy.class);
    }

    @Override
    public SortOrder resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        SortedBy orders = Objects.requireNonNull(parameter.getParameterAnnotation(SortedBy.class));
        return read(
                List.of(orders.value()),
                request.getParameter(SORT),
                request.getParameter(ORDER),
                request.getParameter(CURSOR));
    }

    SortOrder read(List<String> orders, @Nullable String sort, @Nullable String order, @Nullable String cursor) {
        List<FieldError> errors = faults(orders, sort, order);
        String by = sort == null ? orders.get(0) : sort;
        SortOrder read = new SortOrder(by, DESCENDING.equals(order));
        if (errors.isEmpty() && cursor != null && !cursor.isEmpty() && !isOf(read, cursor)) {
            errors.add(new FieldError(CURSOR, "must be the value of next from the previous page, in the same order"));
        }
        if (!errors.isEmpty()) {
            throw refusal.apply(errors);
        }
        return read;
    }

    /** What is wrong with the two parameters, without the cursor. */
    public static List<FieldError> faults(List<String> orders, @Nullable String sort, @Nullable String order) {
        List<FieldError> errors = new ArrayList<>();
        if (sort != null && !orders.contains(sort)) {
            errors.add(new FieldError(SORT, "must be " + String.join(", ", orders)));
        }
        if (order != null && !order.equals(ASCENDING) && !order.equals(DESCENDING)) {
            errors.add(new FieldError(ORDER, "must be asc or desc"));
        }
        return errors;
    }

    private static boolean isOf(SortOrder sort, String cursor) {
        try {
            return ListCursor.isOf(sort, new String(Base64.getUrlDecoder().decode(cursor), UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
