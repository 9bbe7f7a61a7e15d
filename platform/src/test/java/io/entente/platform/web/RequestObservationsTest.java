package io.entente.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationTextPublisher;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.observation.ServerHttpObservationDocumentation;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestObservationsTest {

    @Test
    void what_a_caller_writes_into_a_path_is_not_observed_and_the_path_of_the_operation_is() {
        List<String> observed = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationTextPublisher(observed::add));
        ServerRequestObservationContext context = new ServerRequestObservationContext(
                new MockHttpServletRequest("GET", "/api/orders/anna@plankton.example"), new MockHttpServletResponse());
        context.setPathPattern("/api/orders/{id}");

        Observation observation = ServerHttpObservationDocumentation.HTTP_SERVLET_SERVER_REQUESTS.observation(
                new RequestObservations(), new RequestObservations(), () -> context, registry);
        observation.start().stop();

        assertThat(String.join("\n", observed)).contains("/api/orders/{id}").doesNotContain("plankton");
    }
}
