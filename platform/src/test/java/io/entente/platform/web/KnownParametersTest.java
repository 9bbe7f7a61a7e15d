package io.entente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.web.parameters.KnownParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

class KnownParametersTest {

    private final KnownParameters interceptor =
            new KnownParameters(Map.of(PageRequest.class, Set.of("limit", "cursor")), InvalidInputException::malformed);

    @Test
    void known_parameters_pass() throws NoSuchMethodException {
        assertThat(accepts("client=Pg&named=1&limit=5&cursor=x&state=A&state=B", "list"))
                .isTrue();
        assertThat(accepts("", "get")).isTrue();
    }

    @Test
    void each_unknown_parameter_is_named_together_with_those_that_are_known() {
        assertThatThrownBy(() -> accepts("Client=Pg&client=Pg&zone=UTC", "list"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> {
                    String known =
                            "is not a parameter of this operation, which has client, cursor, limit, named, state";
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.errors())
                            .isEqualTo(List.of(new FieldError("Client", known), new FieldError("zone", known)));
                });
    }

    @Test
    void an_operation_without_parameters_says_so() {
        assertThatThrownBy(() -> accepts("a=1", "get"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.errors())
                        .containsExactly(new FieldError("a", "is not a parameter of this operation, which has none")));
    }

    @Test
    void a_parameter_with_one_value_is_given_once() {
        assertThatThrownBy(() -> accepts("limit=5&limit=5&client=a&state=A&named=1&named=2&named=3", "list"))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.errors())
                        .containsExactly(
                                new FieldError("limit", "must be given once; it was given 2 times"),
                                new FieldError("named", "must be given once; it was given 3 times")));
    }

    @Test
    void a_file_counts_as_a_value_of_its_parameter() throws NoSuchMethodException {
        MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
        request.addFile(new MockMultipartFile("client", new byte[] {1}));
        assertThat(interceptor.preHandle(request, new MockHttpServletResponse(), handler("list")))
                .isTrue();
        request.addFile(new MockMultipartFile("client", new byte[] {2}));
        request.addFile(new MockMultipartFile("photo", new byte[] {3}));
        assertThatThrownBy(() -> interceptor.preHandle(request, new MockHttpServletResponse(), handler("list")))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("client", "photo"));
    }

    @Test
    void fields_of_a_url_encoded_body_are_not_parameters() throws NoSuchMethodException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("application/x-www-form-urlencoded");
        request.setParameter("{\"a\":1}", "");
        assertThat(interceptor.preHandle(request, new MockHttpServletResponse(), handler("get")))
                .isTrue();
        request.setQueryString("b=1");
        assertThatThrownBy(() -> interceptor.preHandle(request, new MockHttpServletResponse(), handler("get")))
                .isInstanceOfSatisfying(InvalidInputException.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("b"));
    }

    private boolean accepts(String query, String handler) throws NoSuchMethodException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                request.addParameter(parameter.split("=")[0], parameter.split("=")[1]);
            }
        }
        return interceptor.preHandle(request, new MockHttpServletResponse(), handler(handler));
    }

    private static HandlerMethod handler(String name) throws NoSuchMethodException {
        Class<?>[] types = name.equals("list")
                ? new Class<?>[] {String.class, String.class, List.class, PageRequest.class}
                : new Class<?>[] {String.class};
        return new HandlerMethod(new Operations(), Operations.class.getDeclaredMethod(name, types));
    }

    static final class Operations {

        void list(
                @RequestParam @Nullable String client,
                @RequestParam(name = "named") String other,
                @RequestParam List<String> state,
                PageRequest page) {}

        void get(String notAParameter) {}
    }
}
