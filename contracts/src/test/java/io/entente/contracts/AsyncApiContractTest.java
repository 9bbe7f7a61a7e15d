package io.entente.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.contracts.Catalogue.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiContractTest {

    private static ObjectNode document;

    @BeforeAll
    static void update() throws IOException {
        if (Contracts.IS_UPDATE) {
            ObjectNode complete = AsyncApiDocument.withMessagesOf(Catalogue.all(), AsyncApiDocument.read());
            Files.writeString(AsyncApiDocument.FILE, AsyncApiDocument.text(complete));
        }
        document = AsyncApiDocument.read();
    }

    static List<Entry> all() {
        return Catalogue.all();
    }

    @Test
    void the_messages_follow_from_the_schemas() {
        assertThat(document)
                .as(
                        "messages that don't follow from the schemas: run ./mvnw -pl contracts test -Dcontracts.lock=update")
                .isEqualTo(AsyncApiDocument.withMessagesOf(Catalogue.all(), document));
    }

    @Test
    void a_message_that_does_not_follow_from_its_schema_is_noticed() {
        ObjectNode planted = document.deepCopy();
        ((ObjectNode) planted.at("/components/messages/DealClosed")).put("summary", "Something else.");

        assertThat(planted).isNotEqualTo(AsyncApiDocument.withMessagesOf(Catalogue.all(), planted));
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        collectReferences(document, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(resolves(reference))
                .isTrue());
    }

    @Test
    void a_reference_that_leads_nowhere_is_noticed() {
        assertThat(resolves("#/channels/none")).isFalse();
        assertThat(resolves("./schemas/none.json")).isFalse();
    }

    @Test
    void the_document_has_version_3_and_one_channel_for_each_topic() {
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.path("channels").valueStream().map(channel -> channel.path("address")
                        .asString()))
                .containsExactlyInAnyOrder(
                        "partner.events",
                        "partner.profiles",
                        "partner.members",
                        "referral.events",
                        "commission.events",
                        "notification.events");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_message_belongs_to_the_channel_of_its_topic_only(Entry entry) {
        String message = "#/components/messages/" + entry.name();

        assertThat(document.path("channels")
                        .valueStream()
                        .filter(channel -> channel.path("messages")
                                .valueStream()
                                .anyMatch(
                                        member -> member.path("$ref").asString().equals(message)))
                        .map(channel -> channel.path("address").asString()))
                .containsExactly(entry.topic());
    }

    @Test
    void a_channel_has_one_sender_and_each_reader_is_a_group_of_its_own() {
        document.path("channels").propertyNames().forEach(channel -> {
            assertThat(operations("send", channel)).as("senders of %s", channel).hasSize(1);
            assertThat(operations("receive", channel))
                    .as("readers of %s", channel)
                    .allSatisfy(operation -> assertThat(operation
                                    .at("/bindings/kafka/groupId/const")
                                    .asString())
                            .isEqualTo(operation.at("/tags/0/name").asString()));
        });
    }

    private static List<JsonNode> operations(String action, String channel) {
        return document.path("operations")
                .valueStream()
                .filter(operation -> operation.path("action").asString().equals(action))
                .filter(operation -> operation.at("/channel/$ref").asString().equals("#/channels/" + channel))
                .toList();
    }

    private static boolean resolves(String reference) {
        return reference.startsWith("#")
                ? !document.at(reference.substring(1)).isMissingNode()
                : Files.isRegularFile(Contracts.ROOT.resolve(reference));
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        Stream.of(node.path("$ref"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .forEach(references::add);
        node.forEach(child -> collectReferences(child, references));
    }
}
