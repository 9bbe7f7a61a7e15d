package io.entente.referral.intake.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.ProgramLanguages;
import io.entente.referral.program.Edition;
import io.entente.referral.program.Editions;
import io.entente.referral.program.QualificationChecklist;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/referral-form?locale=}: the form for submitting a referral, in the partner's language. */
@RestController
class ReferralFormController {

    private final ReferralForm form;
    private final Editions<QualificationChecklist> checklists;
    private final ProgramLanguages languages;

    ReferralFormController(ReferralForm form, Editions<QualificationChecklist> checklists, ProgramLanguages languages) {
        this.form = form;
        this.checklists = checklists;
        this.languages = languages;
    }

    /**
     * The form for submitting a referral.
     *
     * @param locale the language of the form
     * @param checklistVersion the version of the checklist whose questions the form contains
     * @param schema the JSON Schema of the body to send
     */
    record FormView(String locale, long checklistVersion, Submit submit, ObjectNode schema) {}

    /** The request that submits the form. */
    record Submit(String method, String href, String contentType) {}

    /**
     * Returns the form by which a partner refers a client, in the partner's language. It has the questions and the
     * address that takes the answers.
     *
     * @param locale a BCP 47 language tag; English if it is missing
     */
    @ApiResponse(
            responseCode = "200",
            description =
                    "The form's language, the checklist's version, where to send it, and the JSON Schema of the body",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)))
    @AllowedToAnyone(reason = "The form has no data.")
    @GetMapping("/api/referral-form")
    ResponseEntity<FormView> form(@RequestParam(required = false) @Nullable String locale) {
        String language =
                locale == null ? "en" : Locale.forLanguageTag(locale.strip()).getLanguage();
        if (locale != null && !languages.codes().contains(language)) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("locale", "must be a locale in " + languages.enumerated())));
        }
        Edition<QualificationChecklist> checklist = checklists.inForce();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .body(new FormView(
                        language,
                        checklist.version(),
                        new Submit("POST", "/api/referrals", "application/json"),
                        form.schema(language, checklist.content())));
    }
}
