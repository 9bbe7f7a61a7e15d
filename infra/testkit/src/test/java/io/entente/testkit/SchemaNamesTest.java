package io.entente.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;

class SchemaNamesTest {

    @Test
    void two_types_with_one_simple_name_are_found_however_deep_they_are() {
        assertThat(SchemaNames.shared(handlers("post", "list")))
                .containsExactly("Address is the schema of " + Billing.Address.class.getName() + " and "
                        + Delivery.Address.class.getName());
    }

    @Test
    void a_type_that_is_used_twice_shares_its_name_with_nobody() {
        assertThat(SchemaNames.shared(handlers("post", "get"))).isEmpty();
    }

    private static List<Method> handlers(String... names) {
        return Arrays.stream(Handlers.class.getDeclaredMethods())
                .filter(method -> Arrays.asList(names).contains(method.getName()))
                .toList();
    }

    private interface Handlers {

        Billing get(String id);

        String post(@RequestBody Billing body, String header);

        List<Delivery> list();
    }

    private record Billing(Address address) {
        record Address(String city) {}
    }

    private record Delivery(List<Address> addresses) {
        record Address(String town) {}
    }
}
