package io.entente.contracts;

import io.entente.contracts.Catalogue.Entry;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The AsyncAPI document. Servers, channels and operations are written by hand; the messages follow from the schemas, and
 * {@link #withMessagesOf} derives them.
 */
final class AsyncApiDocument {

    static final Path FILE = Contracts.ROOT.resolve("asyncapi.yaml");

    private static final String MESSAGES = "messages";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();

    private AsyncApiDocument() {}

    /** The document as it is checked in. */
    static ObjectNode read() {
        return (ObjectNode) YAML.readTree(Contracts.read(FILE));
    }

    static String text(JsonNode document) {
        return YAML.writeValueAsString(document);
    }

    /** The same document with one message for each type, in the channel of its topic. */
    static ObjectNode withMessagesOf(List<Entry> types, ObjectNode document) {
        ObjectNode complete = document.deepCopy();
        complete.path("channels").forEach(channel -> {
            ObjectNode members = ((ObjectNode) channel).putObject(MESSAGES);
            types.stream()
                    .filter(type -> type.topic().equals(channel.path("address").asString()))
                    .forEach(
                            type -> members.putObject(type.name()).put("$ref", "#/components/messages/" + type.name()));
        });
        ObjectNode messages = ((ObjectNode) complete.path("components")).putObject(MESSAGES);
        types.forEach(type -> describe(type, messages.putObject(type.name())));
        return complete;
    }

    private static void describe(Entry type, ObjectNode message) {
        message.put("name", type.type()).put("title", type.name()).put("summary", type.description());
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        message.putObject("payload").put("$ref", "./schemas/" + type.type() + ".json");
    }
}
