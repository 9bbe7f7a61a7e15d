package io.entente.platform.web.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema (2020-12) of a request body, with titles and hints in the reader's language, from two resources: the schema without words,
 * and the words by the path of the field. Each value of an {@code enum} becomes an element of {@code oneOf} with a {@code const} and a
 * {@code title}.
 */
public final class TranslatedSchema {

    private static final String HINT = ".hint";

    private final JsonNode structure;
    private final Map<String, Map<String, String>> words;

    /**
     * Reads a schema and its words.
     *
     * @param owner the resources are found by its class loader
     * @param folder in which {@code schema} and {@code words.json} are, such as {@code /intake/form/}
     * @param languages the ISO 639-1 codes of the program's languages
     * @throws IllegalArgumentException if a word was not translated into one of the languages
     */
    public TranslatedSchema(
            JsonMapper json, Class<?> owner, String folder, String schema, Collection<String> languages) {
        this.structure = json.readTree(resource(owner, folder + schema));
        this.words = json.readValue(resource(owner, folder + "words.json"), new TypeReference<>() {});
        words.forEach((key, translations) -> {
            if (!translations.keySet().containsAll(languages)) {
                throw new IllegalArgumentException(
                        "The form's words are not translated into all of entente.program.languages, %s: %s is in %s"
                                .formatted(languages, key, translations.keySet()));
            }
        });
    }

    /** The schema without words. The caller may add to it before it is described. */
    public ObjectNode structure() {
        return (ObjectNode) structure.deepCopy();
    }

    /**
     * Adds titles and hints.
     *
     * @param language one of the program's languages
     */
    public ObjectNode described(ObjectNode schema, String language) {
        describe(schema, "", language);
        return schema;
    }

    /** A word in a language. */
    public Optional<String> word(String key, String language) {
        return Optional.ofNullable(words.getOrDefault(key, Map.of()).get(language));
    }

    /** Adds a choice. */
    public static void addChoice(ArrayNode oneOf, String value, @Nullable String title) {
        oneOf.addObject().put("const", value).put("title", title == null ? value : title);
    }

    private void describe(ObjectNode schema, String path, String language) {
        word(path, language).ifPresent(title -> schema.put("title", title));
        word(path + HINT, language).ifPresent(hint -> schema.put("description", hint));
        if (schema.remove("enum") instanceof ArrayNode choices) {
            ArrayNode oneOf = schema.putArray("oneOf");
            choices.forEach(choice -> addChoice(
                    oneOf,
                    choice.asString(),
                    word(path + "." + choice.asString(), language).orElse(null)));
        }
        if (schema.get("properties") instanceof ObjectNode properties) {
            properties.properties().forEach(property -> {
                if (property.getValue() instanceof ObjectNode child) {
                    describe(child, path.isEmpty() ? property.getKey() : path + "." + property.getKey(), language);
                }
            });
        }
    }

    private static byte[] resource(Class<?> owner, String name) {
        try (InputStream content = owner.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("The jar of the service lacks the resource " + name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
