package io.entente.platform.web.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.ListCursor;
import io.entente.platform.domain.lists.SortOrder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortOrderResolverTest {

    private static final List<String> ORDERS = List.of("submitted", "due");

    private final SortOrderResolver resolver = new SortOrderResolver(Refused::new);

    @Test
    void the_first_order_is_the_default_and_ascends() {
        assertThat(resolver.read(ORDERS, null, null, null)).isEqualTo(new SortOrder("submitted", false));
        assertThat(resolver.read(ORDERS, "due", "desc", null)).isEqualTo(new SortOrder("due", true));
    }

    @Test
    void every_value_that_is_no_order_is_named() {
        assertThatThrownBy(() -> resolver.read(ORDERS, "Due", "down", null))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors)
                        .containsExactly(
                                new FieldError("sort", "must be submitted, due"),
                                new FieldError("order", "must be asc or desc")));
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        String cursor = cursor(new ListCursor(new SortOrder("due", false), "1 a").text());

        assertThat(resolver.read(ORDERS, "due", "asc", cursor)).isEqualTo(new SortOrder("due", false));
        for (String wrong : List.of(cursor, cursor("ref_1"), "%%")) {
            assertThatThrownBy(() -> resolver.read(ORDERS, "due", "desc", wrong))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors)
                            .containsExactly(new FieldError(
                                    "cursor", "must be the value of next from the previous page, in the same order")));
        }
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static final class Refused extends RuntimeException {

        private final transient List<FieldError> errors;

        Refused(List<FieldError> errors) {
            this.errors = errors;
        }
    }
}
