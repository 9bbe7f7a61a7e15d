package io.entente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.contracts.Catalogue.Entry;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiContractTest {
    private static final JsonNode DOCUMENT =
            new YAMLMapper().readTree(Contracts.read(Contracts.ROOT.resolve("asyncapi.yaml")));

    static List<Entry> all() {
        return Catalogue.all();
    }

    static List<String> references() {
        List<String> references = new ArrayList<>();
        collectReferences(DOCUMENT, references);
        return references.stream().distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("references")
    void every_reference_leads_somewhere(String reference) {
        assertThat(resolves(reference)).isTrue();
    }

    @Test
    void a_reference_that_leads_nowhere_is_noticed() {
        assertThat(resolves("#/channels/none")).isFalse();
        assertThat(resolves("./schemas/none.json")).isFalse();
    }

    @Test
    void the_document_is_of_version_3_and_its_channels_are_the_topics() {
        assertThat(DOCUMENT.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.path("channels").valueStream().map(channel -> channel.path("address")
                        .asString()))
                .containsExactlyInAnyOrder(
                        "partner.events", "partner.profiles", "referral.events", "commission.events");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_type_is_one_message_with_its_schema_and_the_common_headers(Entry entry) {
        String schema = "./schemas/" + entry.type() + ".json";
        List<JsonNode> messages = messages()
                .filter(message -> message.at("/payload/$ref").asString().equals(schema))
                .toList();

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.path("name").asString()).isEqualTo(entry.type());
            assertThat(message.path("title").asString()).isEqualTo(entry.name());
            assertThat(message.at("/traits/0/$ref").asString()).isEqualTo("#/components/messageTraits/cloudEvent");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_message_is_on_the_channel_of_its_topic_alone(Entry entry) {
        String message = "#/components/messages/" + entry.name();

        assertThat(DOCUMENT.path("channels")
                        .valueStream()
                        .filter(channel -> channel.path("messages")
                                .valueStream()
                                .anyMatch(
                                        member -> member.path("$ref").asString().equals(message)))
                        .map(channel -> channel.path("address").asString()))
                .containsExactly(entry.topic());
    }

    @Test
    void there_is_no_message_beside_the_catalogue() {
        assertThat(messages().map(message -> message.path("name").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.all().stream().map(Entry::type).toList());
        assertThat(DOCUMENT.path("channels")
                        .valueStream()
                        .mapToInt(channel -> channel.path("messages").size())
                        .sum())
                .isEqualTo(Catalogue.all().size());
    }

    @Test
    void a_channel_has_one_sender_and_a_reader() {
        DOCUMENT.path("channels").propertyNames().forEach(channel -> {
            assertThat(operations("send", channel)).as("senders of %s", channel).hasSize(1);
            assertThat(operations("receive", channel))
                    .as("readers of %s", channel)
                    .isNotEmpty()
                    .allSatisfy(operation -> assertThat(operation
                                    .at("/bindings/kafka/groupId/const")
                                    .asString())
                            .isEqualTo(operation.at("/tags/0/name").asString()));
        });
    }

    private static Stream<JsonNode> messages() {
        return DOCUMENT.at("/components/messages").valueStream();
    }

    private static List<JsonNode> operations(String action, String channel) {
        return DOCUMENT.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals(action))
                .filter(operation -> operation.at("/channel/$ref").asString().equals("#/channels/" + channel))
                .toList();
    }

    private static boolean resolves(String reference) {
        return reference.startsWith("#")
                ? !DOCUMENT.at(reference.substring(1)).isMissingNode()
                : Files.isRegularFile(Contracts.ROOT.resolve(reference));
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collectReferences(child, references));
    }
}
