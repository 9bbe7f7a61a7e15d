package io.entente.platform.web.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

class ParameterValuesTest {

    private final ParameterValues interceptor = new ParameterValues(InvalidInputException::malformed);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // query                                            | parameters with errors
                "q=acme&status=WON,LOST&country=de                  | -",
                "status=                                            | status",
                "status=WON,                                        | status",
                "status=WON&status=                                 | status",
                "owner=%20                                          | owner",
                "service=                                           | service",
                "q=                                                 | q",
                "q=*                                                | q",
                "q=a b c d e f g h i                                | q",
                "country=ZZZ                                        | country",
                "country=XX&q=-                                     | q country",
                "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z  | from",
                "from=2026-02-01&to=2026-01-31                      | from",
                "from=2026-02-01&to=2026-02-01                      | -",
                "from=soon&to=2026-02-01                            | -",
            })
    void a_value_that_selects_nothing_on_purpose_is_refused(String query, @Nullable String bad) throws Exception {
        assertThat(refused("GET", query))
                .extracting(FieldError::field)
                .containsExactly(bad == null ? new String[0] : bad.split(" "));
    }

    @Test
    void the_message_says_what_would_be_right() throws Exception {
        assertThat(refused("GET", "status=&q=.*&country=ZZZ"))
                .extracting(FieldError::message)
                .containsExactly(
                        "must contain a letter or a digit",
                        "must not be empty; leave the parameter out if it should select everything",
                        "must be an ISO 3166 country code such as MY");
    }

    @Test
    void a_command_is_left_alone() throws Exception {
        assertThat(refused("POST", "status=")).isEmpty();
    }

    private List<FieldError> refused(String method, String query) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            request.addParameter(parts[0], parts[1].replace("%20", " "));
        }
        HandlerMethod handler = new HandlerMethod(
                new Operations(),
                Operations.class.getDeclaredMethod(
                        "list",
                        String.class,
                        List.class,
                        String.class,
                        String.class,
                        String.class,
                        Instant.class,
                        LocalDate.class));
        try {
            interceptor.preHandle(request, new MockHttpServletResponse(), handler);
            return List.of();
        } catch (InvalidInputException refused) {
            assertThat(refused.status()).isEqualTo(400);
            return refused.errors();
        }
    }

    static final class Operations {

        void list(
                @RequestParam @Nullable String q,
                @RequestParam @Nullable List<String> status,
                @RequestParam @Nullable String owner,
                @RequestParam @Nullable String service,
                @RequestParam @Nullable String country,
                @RequestParam @Nullable Instant from,
                @RequestParam @Nullable LocalDate to) {}
    }
}
