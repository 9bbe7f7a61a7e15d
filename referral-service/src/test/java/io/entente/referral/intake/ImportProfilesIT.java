package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.finished;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Mapping profiles are data with versions. */
@ExtendWith(ImportingService.class)
class ImportProfilesIT {

    private final RunningService service;

    ImportProfilesIT(RunningService service) {
        this.service = service;
    }

    @Test
    void an_import_keeps_the_profile_version_with_which_it_began() throws IOException {
        String profile =
                """
                {"code":"own-crm","name":"Our own CRM","separator":"PIPE","decimalMark":"COMMA","currency":"EUR",
                 "columns":{"id":["Nr"],"partner":["Partner"],"service":["Leistung"],"organisation":["Kunde"],
                            "stage":["Status"],"submittedOn":["Eingang"],"closedOn":["Abschluss"],"amount":["Betrag"]},
                 "partnerBy":"ID","dateFormats":["dd.MM.yyyy"],"stages":{"Gewonnen":"WON","Vertrag b. Kunden":"CONTACTED"}}""";
        Answer defined = service.post("/api/import-profiles", profile);
        assertThat(defined.status()).as(defined.body()).isEqualTo(201);
        assertThat(service.post("/api/import-profiles", profile).header("Idempotency-Replayed"))
                .contains("true");

        String file = "Nr|Partner|Leistung|Kunde|Status|Eingang|Abschluss|Betrag\n"
                + "1|par_Moses_Frase|GTX|Acme|gewonnen|01.02.2017|03.04.2017|1.054,50\n"
                + "2|par_nobody|GTX|Acme|Vertrag b. Kunden|31.02.2017||\n";
        JsonNode done = finished(
                service,
                service.postFile("/api/imports?profile=own-crm", "own.csv", file.getBytes(UTF_8))
                        .json()
                        .path("id")
                        .asString());

        assertTally(done, 2, 1, 0, 1);
        assertThat(done.path("profileVersion").asInt()).isEqualTo(1);
        String answer = service.get("/api/imports/" + done.path("id").asString() + "/rejects")
                .body();
        assertThat(answer).contains("Partner; Eingang");
        String next = profile.replace("Gewonnen", "Won");
        assertThat(service.post("/api/import-profiles", next)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(service.get("/api/import-profiles/own-crm?version=1")
                        .json()
                        .path("stages")
                        .has("Gewonnen"))
                .isTrue();
        assertThat(service.get("/api/import-profiles").json().path("items"))
                .extracting(listed -> listed.path("code").asString())
                .contains("own-crm", "crm-opportunities", "generic-deals", "hubspot-deals", "salesforce-opportunities");
    }

    @Test
    void an_unusable_profile_is_refused_with_an_error_for_each_fault() {
        Answer refused = service.post(
                "/api/import-profiles",
                """
                {"code":"bad","name":"Bad","currency":"XQX","columns":{"id":["A"],"partner":["a"],"colour":["C"]},
                 "dateFormats":["yyyy-MM-dd","nonsense"],"stages":{"Open":"CONTACTED"},"defaults":{"country":"XX"}}""");

        assertThat(refused.status()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        refused.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        assertThat(fields)
                .contains(
                        "columns.colour",
                        "columns.organisation",
                        "columns.service",
                        "columns.stage",
                        "dateFormats[1]",
                        "stages",
                        "currency",
                        "defaults.country");
        assertThat(service.post("/api/import-profiles", "{}").status()).isEqualTo(400);
    }

    @Test
    void errors_of_form_and_of_meaning_come_together() {
        Answer refused = service.post(
                "/api/import-profiles",
                """
                {"code":"Bad Code","name":"Bad","colour":"red","columns":{"id":["A"],"partner":[" "],"shade":["C"]},
                 "dateFormats":["nonsense"],"stages":{"Gewonnen":"WON","gewonnen":"LOST","Open":"OPENED"},
                 "defaults":{"country":"XX"},"rules":{"zone":"Mars/Base","otherStage":"LOST"}}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains(
                        "code",
                        "colour",
                        "columns.shade",
                        "columns.organisation",
                        "dateFormats[0]",
                        "stages.Open",
                        "stages.gewonnen",
                        "defaults.country",
                        "rules.zone",
                        "rules.otherStage")
                .doesNotHaveDuplicates();
    }
}
