package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.finished;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.referralId;
import static io.entente.referral.intake.ImportingService.submitted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.profiles.SourceIds;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A row that was imported without an optional fact can be sent again with it, and an import takes no client from anybody. */
@ExtendWith(ImportingService.class)
class CorrectedRowsIT {

    private static final String OWN_HEADER =
            "Record ID,Referral Partner,Associated Company,Company Domain Name,Country/Region,Deal"
                    + " Stage,Create Date,Close Date,Amount\n";

    private final RunningService service;

    CorrectedRowsIT(RunningService service) {
        this.service = service;
    }

    @Test
    void facts_that_an_earlier_row_did_not_have_are_added_once() {
        JsonNode first = deals("701,Moses Frase,Fichte,not a domain,Schwitzerland,Contract Sent,2026-03-01,,");
        String corrected = "701,Moses Frase,Fichte,fichte.example,Switzerland,Contract Sent,2026-03-01,,";

        JsonNode second = deals(corrected);

        assertTally(first, 1, 1, 0, 0);
        assertThat(first.path("warned").asInt()).isEqualTo(1);
        assertTally(second, 1, 1, 0, 0);
        assertThat(second.path("warned").asInt()).isZero();
        assertThat(client("701").path("domain").asString()).isEqualTo("fichte.example");
        assertThat(client("701").path("country").asString()).isEqualTo("CH");
        assertThat(service.get("/api/referrals/" + id("701") + "/notes").body())
                .contains("An import added to the client: domain fichte.example, country CH");
        assertTally(deals(corrected), 1, 0, 1, 0);
    }

    @Test
    void a_fact_that_differs_is_rejected_by_the_name_of_its_column() {
        deals("702,Moses Frase,Tanne,tanne.example,Germany,Contract Sent,2026-03-01,,");

        JsonNode other = deals("702,Moses Frase,Tanne,kiefer.example,Germany,Contract Sent,2026-03-01,,");

        assertTally(other, 1, 0, 0, 1);
        assertThat(service.get("/api/imports/%s/rejects"
                                .formatted(other.path("id").asString()))
                        .body())
                .contains("Company Domain Name")
                .contains("must be tanne.example, the domain of the client of the referral");
    }

    @Test
    void a_row_that_is_corrected_and_won_at_once_closes_its_deal() {
        deals("703,Moses Frase,Buche,,D,Contract Sent,2026-03-01,,500");

        JsonNode won = deals("703,Moses Frase,Buche,,DE,Closed Won,2026-03-01,2026-03-20,500");

        assertTally(won, 1, 1, 0, 0);
        JsonNode referral = service.get("/api/referrals/" + id("703")).json();
        assertThat(referral.path("status").asString()).isEqualTo("WON");
        assertThat(referral.path("client").path("country").asString()).isEqualTo("DE");
        assertThat(referral.path("deals").get(0).path("amount").path("amount").asString())
                .isEqualTo("500.00");
    }

    @Test
    void a_client_with_a_deal_stays_as_it_is_and_the_row_gets_a_warning() {
        deals("704,Moses Frase,Esche,,,Closed Won,2026-03-01,2026-03-20,500");

        JsonNode again = deals("704,Moses Frase,Esche,,Austria,Closed Won,2026-03-01,2026-03-20,500");

        assertTally(again, 1, 0, 1, 0);
        assertThat(again.path("warned").asInt()).isEqualTo(1);
        assertThat(client("704").has("country")).isFalse();
        assertThat(warnings(again)).contains("was not added, because the referral has a deal with the client");
    }

    @Test
    void a_referral_whose_client_another_partner_has_is_only_submitted_and_has_a_warning() {
        submitted("par_Anna_Snelling", "Konflikt Import");
        String recently = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        String file = HEADER
                + "kf-1,Moses Frase,GTX,Konflikt Import,Engaging," + recently + ",,\n"
                + "kf-2,Moses Frase,GTX,Konfliktfrei,Engaging," + recently + ",,\n"
                + "kf-3,Anna Snelling,GTX,Konfliktfrei,Engaging," + recently + ",,\n";

        JsonNode done = imported("konflikt.csv", file.getBytes(UTF_8));

        assertTally(done, 3, 3, 0, 0);
        assertThat(done.path("warned").asInt()).isEqualTo(2);
        assertThat(warnings(done))
                .contains("kf-1", "kf-3", "another partner has this client")
                .doesNotContain("kf-2");
        assertThat(view("kf-1").path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(view("kf-1").has("protectedUntil")).isFalse();
        assertThat(view("kf-2").has("protectedUntil")).isTrue();
        assertThat(view("kf-3").has("protectedUntil"))
                .as("a row before it took the client")
                .isFalse();
    }

    @Test
    void a_dry_run_counts_an_id_that_is_repeated_as_the_import_does() {
        String file = HEADER
                + "dr-1,Moses Frase,GTX,Doubled One,Prospecting,2017-01-02,,\n"
                + "dr-1,Moses Frase,GTX,Doubled Two,Prospecting,2017-01-02,,plenty\n"
                + "dr-2,Moses Frase,GTX,Doubled Three,Nowhere,2017-01-02,,\n";
        JsonNode tried = service.postFile(
                        "/api/imports?dryRun=true&profile=crm-opportunities", "doubled.csv", file.getBytes(UTF_8))
                .json();

        JsonNode done = imported("doubled.csv", file.getBytes(UTF_8));

        assertTally(done, 3, 1, 0, 2);
        assertThat(tried.path("understood").asInt()).isEqualTo(1);
        assertThat(tried.path("rejected").asInt()).isEqualTo(2);
        assertThat(tried.path("warned").asInt()).isEqualTo(done.path("warned").asInt());
        assertThat(tried.path("rejects").get(0).path("errors").toString())
                .contains("must be unique in the file, but is also on line 2");
    }

    private JsonNode deals(String row) {
        String id = service.postFile(
                        "/api/imports?profile=hubspot-deals", "deals.csv", (OWN_HEADER + row + "\n").getBytes(UTF_8))
                .json()
                .path("id")
                .asString();
        return finished(service, id);
    }

    private String warnings(JsonNode done) {
        return service.get("/api/imports/%s/warnings".formatted(done.path("id").asString()))
                .body();
    }

    private JsonNode view(String opportunityId) {
        return service.get("/api/referrals/" + referralId(opportunityId)).json();
    }

    private JsonNode client(String deal) {
        return service.get("/api/referrals/" + id(deal)).json().path("client");
    }

    private static String id(String deal) {
        return SourceIds.referralId("hubspot", deal).value();
    }
}
