package io.entente.referral.intake.web;

import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the form for submitting a referral, which a page, a bot or an e-mail can render. The form is a JSON Schema (2020-12) of
 * the body of {@code POST /api/referrals}, with titles and hints in the partner's language and the questions of the program's
 * checklist. Each choice is an element of {@code oneOf} with a {@code const} and a {@code title}.
 */
public final class ReferralForm {

    private static final String OTHERWISE = "en";
    private static final String HINT = ".hint";

    private final JsonMapper json;
    private final JsonNode structure;
    private final Map<String, Map<String, String>> words;

    /**
     * Reads the form and its words.
     *
     * @param languages the ISO 639-1 codes of the program's languages
     * @throws IllegalArgumentException if a word was not translated into one of the languages
     */
    public ReferralForm(JsonMapper json, Collection<String> languages) {
        this.json = json;
        this.structure = json.readTree(resource("referral-form.json"));
        this.words = json.readValue(resource("words.json"), new TypeReference<>() {});
        words.forEach((key, translations) -> {
            if (!translations.keySet().containsAll(languages)) {
                throw new IllegalArgumentException(
                        "The form's words are not translated into all of entente.program.languages, %s: %s is in %s"
                                .formatted(languages, key, translations.keySet()));
            }
        });
    }

    /** @param language one of the program's languages */
    public ObjectNode schema(String language, QualificationChecklist checklist) {
        ObjectNode schema = (ObjectNode) structure.deepCopy();
        if (!checklist.questions().isEmpty()) {
            addQuestions(schema, language, checklist.questions());
        }
        describe(schema, "", language);
        return schema;
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

    private void addQuestions(ObjectNode schema, String language, List<Question> questions) {
        ObjectNode answers = json.createObjectNode().put("type", "object").put("additionalProperties", false);
        ArrayNode required = answers.putArray("required");
        ObjectNode properties = answers.putObject("properties");
        for (Question question : questions) {
            addQuestion(properties.putObject(question.id()), language, question);
            if (question.required()) {
                required.add(question.id());
            }
        }
        if (!required.isEmpty() && schema.get("required") instanceof ArrayNode needed) {
            needed.add("answers");
        }
        if (schema.get("properties") instanceof ObjectNode fields) {
            fields.set("answers", answers);
        }
    }

    private void addQuestion(ObjectNode answer, String language, Question question) {
        String text = question.texts().getOrDefault(language, question.texts().get(OTHERWISE));
        answer.put("title", text == null ? question.id() : text);
        switch (question.kind()) {
            case TEXT ->
                answer.put("type", "string")
                        .put("maxLength", Question.MAX_ANSWER_LENGTH)
                        .put("pattern", "\\S");
            case YES_NO -> {
                ArrayNode oneOf = answer.putArray("oneOf");
                addChoice(oneOf, "yes", word("yes", language).orElse(null));
                addChoice(oneOf, "no", word("no", language).orElse(null));
            }
            case CHOICE -> {
                ArrayNode oneOf = answer.putArray("oneOf");
                question.choices().forEach(choice -> addChoice(oneOf, choice, null));
            }
        }
    }

    private static void addChoice(ArrayNode oneOf, String value, @Nullable String title) {
        oneOf.addObject().put("const", value).put("title", title == null ? value : title);
    }

    private Optional<String> word(String key, String language) {
        return Optional.ofNullable(words.getOrDefault(key, Map.of()).get(language));
    }

    private static byte[] resource(String name) {
        try (InputStream content = ReferralForm.class.getResourceAsStream("/intake/form/" + name)) {
            if (content == null) {
                throw new IllegalStateException("The jar of the service lacks the resource " + name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
