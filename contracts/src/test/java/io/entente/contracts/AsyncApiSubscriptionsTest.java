package io.entente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The document lists the subscriptions that the services have, and no others. */
class AsyncApiSubscriptionsTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String PREFIX = "${entente.messaging.topic-prefix:}";

    @ParameterizedTest
    @ValueSource(strings = {"partner-service", "referral-service", "commission-service", "notification-service"})
    void the_topics_that_a_service_receives_are_those_of_its_bindings(String service) throws IOException {
        assertThat(documented().getOrDefault(service, Set.of())).isEqualTo(subscribed(service));
    }

    @Test
    void bindings_are_found() throws IOException {
        assertThat(subscribed("commission-service")).contains("referral.events", "partner.profiles");
    }

    private static Map<String, Set<String>> documented() throws IOException {
        JsonNode document = AsyncApiDocument.read();
        return document.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals("receive"))
                .collect(Collectors.groupingBy(
                        operation -> operation.at("/tags/0/name").asString(),
                        TreeMap::new,
                        Collectors.mapping(
                                operation -> topic(document, operation), Collectors.toCollection(TreeSet::new))));
    }

    private static String topic(JsonNode document, JsonNode operation) {
        String channel = operation.at("/channel/$ref").asString().substring("#".length());
        return document.at(channel + "/address").asString();
    }

    private static Set<String> subscribed(String service) throws IOException {
        String configuration = Files.readString(Path.of("..", service, "src", "main", "resources", service + ".yml"));
        return YAML.readTree(configuration)
                .at("/spring/cloud/stream/bindings")
                .propertyStream()
                .filter(binding -> binding.getKey().contains("-in-"))
                .map(binding -> binding.getValue().path("destination").asString())
                .map(destination -> destination.substring(PREFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
