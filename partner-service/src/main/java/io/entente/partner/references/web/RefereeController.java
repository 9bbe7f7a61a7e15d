package io.entente.partner.references.web;

import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.Partners;
import io.entente.partner.references.AskForReferences;
import io.entente.partner.references.Ratings;
import io.entente.partner.references.ReferenceRequest;
import io.entente.partner.references.policy.ReferencePolicy;
import io.entente.platform.domain.links.OneTimeLink;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.AllowedToAnyone;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.constraints.ProgramLanguages;
import io.entente.platform.web.forms.TranslatedSchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/references/{link}}: the short form for people who have worked with a partner. */
@RestController
class RefereeController {

    private final AskForReferences references;
    private final Partners partners;
    private final PolicyVersions<ReferencePolicy> policies;
    private final ProgramLanguages languages;
    private final TranslatedSchema form;

    RefereeController(
            AskForReferences references,
            Partners partners,
            PolicyVersions<ReferencePolicy> policies,
            ProgramLanguages languages,
            JsonMapper json) {
        this.references = references;
        this.partners = partners;
        this.policies = policies;
        this.languages = languages;
        this.form = form(json, languages);
    }

    static TranslatedSchema form(JsonMapper json, ProgramLanguages languages) {
        return new TranslatedSchema(
                json, RefereeController.class, "/references/form/", "reference-form.json", languages.codes());
    }

    /**
     * The form for a referee.
     *
     * @param locale its language
     * @param partner the name of the partner that it is about
     * @param until until when an answer is taken
     * @param schema the JSON Schema of the body to send
     */
    record ReferenceFormView(
            String locale, String partner, Instant until, SubmitReferenceView submit, ObjectNode schema) {}

    /** The request that submits the form. */
    record SubmitReferenceView(String method, String href, String contentType) {}

    /** The body of {@code POST /api/references/{link}}. Ratings are from 1, bad, to 5, good. */
    record RatingsRequest(
            @NotNull @Min(1) @Max(5) Integer responsiveness,
            @NotNull @Min(1) @Max(5) Integer quality,
            @NotNull @Min(1) @Max(5) Integer collaboration,
            @NotNull @Min(1) @Max(5) Integer followThrough,
            @Nullable @Size(min = 1, max = 2000) String comment) {

        Ratings toRatings() {
            return new Ratings(responsiveness, quality, collaboration, followThrough, comment);
        }
    }

    /** Thanks a referee. */
    record ThanksView(String partner) {}

    /** Returns the form in the language of the referee. Looking changes nothing. A link that takes no answer any more is not found. */
    @ApiResponse(
            responseCode = "200",
            description = "The form's language, the partner's name, where to send it, and the JSON Schema of the body",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)))
    @AllowedToAnyone(reason = "The link has a secret of 256 bits.")
    @GetMapping("/api/references/{link}")
    ResponseEntity<ReferenceFormView> form(@PathVariable String link) {
        ReferenceRequest request =
                OneTimeLink.read(link).flatMap(references::find).orElseThrow(RefereeController::unknown);
        String wanted = Locale.forLanguageTag(request.referee().locale()).getLanguage();
        String language = languages.codes().contains(wanted) ? wanted : "en";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .body(new ReferenceFormView(
                        language,
                        partner(request),
                        request.until(),
                        new SubmitReferenceView("POST", "/api/references/" + link, "application/json"),
                        form.described(form.structure(), language)));
    }

    /** Takes the answer of a referee. The link works once. */
    @AllowedToAnyone(reason = "The link has a secret of 256 bits.")
    @PostMapping("/api/references/{link}")
    ThanksView answer(@PathVariable String link, @RequestBody RatingsRequest request) {
        ReferenceRequest answered = OneTimeLink.read(link)
                .flatMap(read -> references.answer(read, request.toRatings()))
                .map(ConflictException::unlessAllowed)
                .orElseThrow(RefereeController::unknown);
        return new ThanksView(partner(answered));
    }

    /** Returns all versions of the rules for references, the earliest first. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/api/reference-policies")
    ReferencePoliciesView policies() {
        return new ReferencePoliciesView(policies.versions());
    }

    /** All versions of the rules for references. */
    record ReferencePoliciesView(List<ReferencePolicy> versions) {}

    private String partner(ReferenceRequest request) {
        return partners.find(request.partner())
                .map(Partner::application)
                .map(application -> application.name())
                .orElseThrow();
    }

    /** The text doesn't repeat the link, because it may be a good one of somebody else. */
    private static NotFoundException unknown() {
        return new NotFoundException("request", "with this link");
    }
}
