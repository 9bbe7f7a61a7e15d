package io.entente.partner.applications.web;

import io.entente.partner.applications.TakeApplications;
import io.entente.partner.applications.policy.ApplicationPolicy;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.constraints.ProgramLanguages;
import io.entente.platform.web.forms.TranslatedSchema;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /api/partner-application-form?locale=}: the form by which a company applies, in its language. */
@RestController
class ApplicationFormController {

    private final TakeApplications applications;
    private final PolicyVersions<ApplicationPolicy> policies;
    private final ProgramLanguages languages;
    private final TranslatedSchema form;

    ApplicationFormController(
            TakeApplications applications,
            PolicyVersions<ApplicationPolicy> policies,
            ProgramLanguages languages,
            JsonMapper json) {
        this.applications = applications;
        this.policies = policies;
        this.languages = languages;
        this.form = form(json, languages);
    }

    static TranslatedSchema form(JsonMapper json, ProgramLanguages languages) {
        return new TranslatedSchema(
                json,
                ApplicationFormController.class,
                "/applications/form/",
                "application-form.json",
                languages.codes());
    }

    /**
     * The form.
     *
     * @param locale its language
     * @param consent the text to agree to
     * @param schema the JSON Schema of the body to send
     */
    record ApplicationFormView(String locale, ConsentView consent, SubmitApplicationView submit, ObjectNode schema) {}

    /** What an applicant agrees to. */
    record ConsentView(int version, String text) {}

    /** The request that submits the form. */
    record SubmitApplicationView(String method, String href, String contentType) {}

    /**
     * Returns the form by which a company applies to become a partner. It has the text of the consent and the address that takes the answers.
     *
     * @param locale a BCP 47 language tag; English if it is missing
     */
    @ApiResponse(
            responseCode = "200",
            description =
                    "The form's language, the text of the consent, where to send the form, and the JSON Schema of the"
                            + " body",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)))
    @AllowedToAnyone(reason = "The form has no data.")
    @GetMapping("/api/partner-application-form")
    ResponseEntity<ApplicationFormView> form(@RequestParam(required = false) @Nullable String locale) {
        String language =
                locale == null ? "en" : Locale.forLanguageTag(locale.strip()).getLanguage();
        if (locale != null && !languages.codes().contains(language)) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("locale", "must be a locale in " + languages.enumerated())));
        }
        ApplicationPolicy policy = applications.policy();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .body(new ApplicationFormView(
                        language,
                        new ConsentView(policy.version(), policy.consentIn(language)),
                        new SubmitApplicationView("POST", "/api/partner-applications", "application/json"),
                        form.described(form.structure(), language)));
    }

    /** Returns all versions of the rules for applications with the texts of the consent, the earliest first. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/api/application-policies")
    ApplicationPoliciesView policies() {
        return new ApplicationPoliciesView(policies.versions());
    }

    /** All versions of the rules for applications. */
    record ApplicationPoliciesView(List<ApplicationPolicy> versions) {}
}
