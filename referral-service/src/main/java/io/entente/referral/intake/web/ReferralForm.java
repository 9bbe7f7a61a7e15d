package io.entente.referral.intake.web;

import io.entente.platform.web.forms.TranslatedSchema;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.program.Question;
import java.util.Collection;
import java.util.List;
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

    private final JsonMapper json;
    private final TranslatedSchema form;

    /**
     * Reads the form and its words.
     *
     * @param languages the ISO 639-1 codes of the program's languages
     * @throws IllegalArgumentException if a word was not translated into one of the languages
     */
    public ReferralForm(JsonMapper json, Collection<String> languages) {
        this.json = json;
        this.form = new TranslatedSchema(json, ReferralForm.class, "/intake/form/", "referral-form.json", languages);
    }

    /** @param language one of the program's languages */
    public ObjectNode schema(String language, QualificationChecklist checklist) {
        ObjectNode schema = form.structure();
        if (!checklist.questions().isEmpty()) {
            addQuestions(schema, language, checklist.questions());
        }
        return form.described(schema, language);
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
                TranslatedSchema.addChoice(
                        oneOf, "yes", form.word("yes", language).orElse(null));
                TranslatedSchema.addChoice(
                        oneOf, "no", form.word("no", language).orElse(null));
            }
            case CHOICE -> {
                ArrayNode oneOf = answer.putArray("oneOf");
                question.choices().forEach(choice -> TranslatedSchema.addChoice(oneOf, choice, null));
            }
        }
    }
}
