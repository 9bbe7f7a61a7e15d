package io.entente.referral.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.web.ReferralFormTest;
import io.entente.referral.program.QualificationChecklist;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The form for submitting a referral. */
@ExtendWith(ImportingService.class)
class ReferralFormIT {

    private final RunningService service;

    ReferralFormIT(RunningService service) {
        this.service = service;
    }

    @Test
    void the_form_has_the_fields_of_the_api_and_texts_in_the_language_of_the_partner() {
        Answer answer = service.get("/api/referral-form?locale=pt-BR");
        JsonNode form = answer.json();

        assertThat(answer.header("Content-Language")).contains("pt");
        assertThat(form.path("schema").path("title").asString()).isEqualTo("Indicar um cliente");
        Set<String> asked = new TreeSet<>(form.path("schema").path("properties").propertyNames());
        Set<String> taken = new TreeSet<>(service.get("/v3/api-docs")
                .json()
                .path("components")
                .path("schemas")
                .path("ReferralRequest")
                .path("properties")
                .propertyNames());
        // A partner's form is inbound, and this checklist asks nothing.
        taken.removeAll(Set.of("direction", "answers"));
        assertThat(asked).isEqualTo(taken);
        String filledIn =
                """
                {"partnerId":"par_Moses_Frase","service":"Data platform","challenge":"c","context":"k","promises":"p",
                 "client":{"organisation":"Form Filler","domain":"filler.example","country":"DE","contactName":"Mia Lang",
                           "contactEmail":"mia@filler.example","contactPhone":"+49 30 5550100"},"involvement":"ACTIVE",
                 "expectedValue":{"amount":"1054.00","currency":"EUR"},"consent":{"feeDisclosed":true,"clientAgrees":true}}""";
        assertThat(ReferralFormTest.faults(filledIn, new QualificationChecklist(List.of())))
                .isEmpty();
        assertThat(service.post(form.path("submit").path("href").asString(), filledIn)
                        .status())
                .isEqualTo(201);
        assertThat(service.get("/api/referral-form?locale=fr").status()).isEqualTo(400);
        assertThat(service.get("/api/referral-form").json().path("locale").asString())
                .isEqualTo("en");
    }
}
