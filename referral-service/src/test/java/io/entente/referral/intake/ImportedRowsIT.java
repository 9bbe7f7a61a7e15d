package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.DEAL_CLOSED;
import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.eventsOf;
import static io.entente.referral.intake.ImportingService.firstDeliveries;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.referralId;
import static io.entente.referral.intake.ImportingService.rejects;
import static io.entente.referral.intake.ImportingService.stateOf;
import static io.entente.referral.intake.ImportingService.stateOfReferral;
import static io.entente.referral.intake.ImportingService.submitted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Rows of a file become referrals, and rows that can't are rejected with a reason. */
@ExtendWith(ImportingService.class)
class ImportedRowsIT {

    private final RunningService service;

    ImportedRowsIT(RunningService service) {
        this.service = service;
    }

    @Test
    void every_row_becomes_a_referral_or_is_rejected_with_a_reason() throws IOException {
        String file = HEADER
                + "f-1,Moses Frase,GTX Plus,Cancity,Won,2016-10-20,2017-03-01,1054\r\n"
                + "f-2, anna  SNELLING,GTX Pro,Isdom,Lost,2016-10-25,2017-03-11,0\r\n"
                + "f-3,Anna Snelling,MG,Ron-tech,Engaging,2016-10-29,,\r\n"
                + "f-4,Anna Snelling,MG,\"J, P and\nSons\",Prospecting,,,\r\n"
                + "f-5,Nobody,MG,Acme,Prospecting,,,\r\n"
                + "f-6,Twins,MG,Acme,Prospecting,,,\r\n"
                + "f-7,Moses Frase,MG,,Engaging,2016-10-29,,\r\n"
                + "f-1,Moses Frase,MG,Acme,Prospecting,,,\r\n"
                + "f-8,Moses Frase,MG,Acme,Won,,2017-03-01,0\r\n"
                + "f-9,Moses Frase,=1+1,Acme,Won,2016-10-20,2017-03-01\r\n"
                + "f-10,Moses Frase,MG,=cmd(),Nowhere,,,\r\n"
                + "f-11,Moses Frase,MG,Undated,Lost,2016-10-20,,900";

        JsonNode done = imported("faults.csv", ("\ufeff" + file).getBytes(UTF_8));

        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertTally(done, 12, 5, 0, 7);
        assertThat(done.path("fileName").asString()).isEqualTo("faults.csv");
        assertThat(stateOf("f-1")).isEqualTo("WON");
        assertThat(stateOf("f-2")).isEqualTo("LOST");
        assertThat(stateOf("f-3")).isEqualTo("CONTACTED");
        assertThat(stateOf("f-4")).isEqualTo("SUBMITTED");
        assertThat(stateOf("f-11")).as("lost on an unknown day").isEqualTo("LOST");

        List<CSVRecord> rejects = rejects(done);
        assertThat(rejects)
                .extracting(row -> row.get("opportunity_id") + " " + row.get("line") + " " + row.get("field"))
                .containsExactly(
                        "f-5 7 sales_agent",
                        "f-6 8 sales_agent",
                        "f-7 9 account",
                        "f-1 10 opportunity_id",
                        "f-8 11 engage_date; close_value",
                        "f-9 12 row",
                        "f-10 13 deal_stage");
        assertThat(rejects.get(3).get("reason")).contains("line 2");
        assertThat(rejects.get(5).get("product")).isEqualTo("'=1+1");
        assertThat(rejects.get(6).get("account")).isEqualTo("'=cmd()");

        List<PublishedRecord> won = eventsOf("f-1");
        assertThat(won)
                .extracting(PublishedRecord::type)
                .as("the deal is an aggregate of its own, which may be published before its referral")
                .containsExactlyInAnyOrder(
                        "referral.referral-submitted.v1", "referral.referral-accepted.v1", DEAL_CLOSED);
        for (PublishedRecord event : List.of(won, eventsOf("f-2"), eventsOf("f-3"), eventsOf("f-4")).stream()
                .flatMap(List::stream)
                .toList()) {
            Contracts.assertMatches(event.type(), event.text());
            assertThat(event.data().path("origin").asString()).isEqualTo("IMPORT");
            assertThat(event.data().path("actor").asString())
                    .isEqualTo("import:" + done.path("id").asString());
        }
        PublishedRecord submitted = ofType("referral.referral-submitted.v1", won);
        assertThat(submitted.data().path("occurredAt").asString()).isEqualTo("2016-10-20T00:00:00Z");
        assertThat(submitted.data().has("responseDueAt")).isFalse();
        assertThat(ofType(DEAL_CLOSED, won).data().path("occurredAt").asString())
                .isEqualTo("2017-03-01T00:00:00Z");
    }

    @Test
    void importing_a_file_again_changes_nothing_and_a_later_file_moves_referrals_forward() throws IOException {
        String first = HEADER
                + "m-1,Moses Frase,GTX,Cancity,Prospecting,,,\n"
                + "m-2,Moses Frase,GTX,Cancity,Engaging,2017-01-02,,\n"
                + "m-3,Moses Frase,GTX,Cancity,Won,2017-01-02,2017-02-01,10\n"
                + "m-4,Moses Frase,GTX,Cancity,Engaging,2017-01-02,,\n";
        assertTally(imported("first.csv", first.getBytes(UTF_8)), 4, 4, 0, 0);
        int events = firstDeliveries().size();

        assertTally(imported("again.csv", first.getBytes(UTF_8)), 4, 0, 4, 0);
        assertThat(firstDeliveries()).hasSize(events);

        String later = HEADER
                + "m-1,Moses Frase,GTX,Cancity,Won,2017-03-01,2017-03-02,7\n"
                + "m-2,Moses Frase,GTX,Cancity,Lost,2017-01-02,2017-03-01,0\n"
                + "m-3,Moses Frase,GTX,Cancity,Won,2017-01-02,2017-02-01,11\n"
                + "m-4,Anna Snelling,GTX,Othercity,Prospecting,,,\n";
        JsonNode done = imported("later.csv", later.getBytes(UTF_8));

        assertTally(done, 4, 2, 0, 2);
        assertThat(stateOf("m-1")).isEqualTo("WON");
        assertThat(stateOf("m-2")).isEqualTo("LOST");
        assertThat(rejects(done))
                .extracting(row -> row.get("opportunity_id") + " " + row.get("field"))
                .containsExactly("m-3 close_value", "m-4 sales_agent; account");
        assertThat(eventsOf("m-1"))
                .extracting(PublishedRecord::sequence)
                .as("submitted, accepted, the end of the clock that began at the import, and the deal")
                .containsExactlyInAnyOrder(1L, 2L, 3L, 1L);
        assertTally(imported("later-again.csv", later.getBytes(UTF_8)), 4, 0, 2, 2);
    }

    @Test
    void an_open_row_claims_its_client_if_the_client_is_free_and_no_row_opens_a_conflict() {
        // A protection that is long over holds no client.
        String recently = LocalDate.now(ZoneOffset.UTC).minusDays(3).toString();
        String live = submitted("par_Anna_Snelling", "Claimed Before");
        String file = HEADER
                + "c-1,Moses Frase,GTX,Claimed Before,Engaging," + recently + ",,\n"
                + "c-2,Moses Frase,GTX,Free Client,Engaging," + recently + ",,\n"
                + "c-3,Anna Snelling,GTX,Free Client,Engaging," + recently + ",,\n"
                + "c-4,Moses Frase,GTX,Won Client,Won,2017-01-02,2017-02-01,10\n";

        assertTally(imported("claims.csv", file.getBytes(UTF_8)), 4, 4, 0, 0);

        assertThat(List.of(stateOf("c-1"), stateOf("c-2"), stateOf("c-3")))
                .containsExactly("SUBMITTED", "CONTACTED", "SUBMITTED");
        assertThat(stateOfReferral(live)).isEqualTo("SUBMITTED");
        assertThat(firstDeliveries())
                .filteredOn(event -> event.type().equals("referral.conflict-detected.v1"))
                .filteredOn(event -> event.subject().equals(referralId("c-1"))
                        || event.subject().equals(referralId("c-3"))
                        || event.subject().equals(live))
                .isEmpty();
        assertThat(stateOfReferral(submitted("par_Order_One", "Free Client"))).isEqualTo("CONFLICTED");
        assertThat(stateOfReferral(submitted("par_Order_One", "Won Client"))).isEqualTo("SUBMITTED");
    }

    @Test
    void a_corrected_file_of_rejects_is_imported_and_nothing_else_changes() throws IOException {
        String file = HEADER.replace(',', ';')
                + "n-1;Moses Frase;GTX;J\u00f6rg & S\u00f6hne;Won;2016-10-20;2017-03-01;10\r\n"
                + "n-2;Nobody;=GTX;M\u00fcller;Won;2016-10-20;2017-03-02;20\r\n"
                + "n-3;Moses Frase;GTX;M\u00fcller;Won;2016-10-20;;30\r\n";
        JsonNode first = imported("windows.csv", file.getBytes(Charset.forName("windows-1252")));
        assertTally(first, 3, 1, 0, 2);
        assertThat(first.path("encoding").asString() + first.path("separator").asString())
                .isEqualTo("WINDOWS_1252SEMICOLON");
        assertThat(service.get("/api/referrals/" + referralId("n-1"))
                        .json()
                        .path("client")
                        .path("organisation")
                        .asString())
                .isEqualTo("J\u00f6rg & S\u00f6hne");

        String rejects = service.get("/api/imports/" + first.path("id").asString() + "/rejects")
                .body();
        String mended =
                rejects.replace("Nobody", "Anna Snelling").replace("2016-10-20;;30", "2016-10-20;2017-03-03;30");
        JsonNode second = imported("mended.csv", mended.getBytes(UTF_8));

        assertTally(second, 2, 2, 0, 0);
        assertThat(service.get("/api/referrals/" + referralId("n-2"))
                        .json()
                        .path("service")
                        .asString())
                .isEqualTo("=GTX");
        assertTally(imported("mended.csv", mended.getBytes(UTF_8)), 2, 0, 2, 0);
    }

    private static PublishedRecord ofType(String type, List<PublishedRecord> events) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
