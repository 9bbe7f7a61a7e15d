package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.finished;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An import can be tried before anything is stored. */
@ExtendWith(ImportingService.class)
class DryRunIT {

    private final RunningService service;

    DryRunIT(RunningService service) {
        this.service = service;
    }

    @Test
    void without_a_profile_one_is_proposed() {
        JsonNode tried = service.postFile(
                        "/api/imports?dryRun=true",
                        "unknown.csv",
                        (HEADER + "y-1,Moses Frase,GTX,Tried One,Won,2017-01-02,2017-02-01,10\r\n").getBytes(UTF_8))
                .json();

        assertThat(tried.path("reason").asString()).isEqualTo("No profile is named; one for this file is proposed.");
        assertThat(tried.path("proposal").path("columns").path("amount").get(0).asString())
                .isEqualTo("close_value");
        assertThat(service.postFile("/api/imports", "unknown.csv", HEADER.getBytes(UTF_8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_dry_run_shows_what_is_understood_of_each_column_and_stores_nothing() {
        String file = HEADER
                + "y-1,Moses Frase,GTX,Tried One,Won,2017-01-02,2017-02-01,\"$1,234.50\"\r\n"
                + "y-2,Nobody,GTX,Tried Two,Won,2017-01-02,2017-02-01,n/a\r\n"
                + "y-3,Moses Frase,GTX,\"Tried \"Three\"\",Won,2017-01-02,2017-02-01,1\r\n";
        long imports = service.mongo().count(new Query(), "imports");
        long referrals = service.mongo().count(new Query(), "referrals");

        JsonNode tried = tried("crm-opportunities", file);

        assertThat(List.of(
                        tried.path("rows").asLong(),
                        tried.path("understood").asLong(),
                        tried.path("rejected").asLong()))
                .containsExactly(3L, 1L, 2L);
        JsonNode amount = tried.path("columns").get(7);
        assertThat(amount.path("column").asString()).isEqualTo("close_value");
        assertThat(amount.path("fields").get(0).asString()).isEqualTo("amount");
        assertThat(amount.path("examples").get(0).path("text").asString()).isEqualTo("$1,234.50");
        assertThat(amount.path("examples").get(0).path("meaning").asString()).isEqualTo("USD 1234.50");
        assertThat(amount.path("problems").asLong()).isEqualTo(1);
        assertThat(amount.path("firstProblems").get(0).path("line").asLong()).isEqualTo(3);
        assertThat(tried.path("rejects"))
                .extracting(row -> row.path("line").asLong() + " "
                        + row.path("errors").get(0).path("field").asString())
                .containsExactly("3 sales_agent", "4 row");
        assertThat(tried.path("decimalMark").asString()).isEqualTo("POINT");
        assertThat(service.mongo().count(new Query(), "imports")).isEqualTo(imports);
        assertThat(service.mongo().count(new Query(), "referrals")).isEqualTo(referrals);
        assertThat(service.mongo().count(new Query(), "import_chunks")).isZero();
    }

    @Test
    void a_profile_is_proposed_for_an_unknown_file_and_can_be_used_as_it_is() {
        String file = "Nr;Vermittler;Kunde;Land;Status;Eingang;Abschluss;Betrag\n"
                + "1;Moses Frase;Vorgeschlagen GmbH;Deutschland;Gewonnen;31.01.2017;03.02.2017;1.234,56 €\n"
                + "2;Moses Frase;Zweite AG;Schweiz;Verloren;01.02.2017;03.02.2017;\n"
                + "3;Moses Frase;Dritte AG;Schweiz;Angebot;01.02.2017;;\n";

        JsonNode tried = tried("unknown", file);

        assertThat(tried.path("reason").asString()).contains("no profile unknown");
        ObjectNode proposal = (ObjectNode) tried.path("proposal");
        assertThat(tried.path("missing")).isEmpty();
        assertThat(proposal.path("columns").path("partner").get(0).asString()).isEqualTo("Vermittler");
        assertThat(proposal.path("columns").path("organisation").get(0).asString())
                .isEqualTo("Kunde");
        assertThat(proposal.path("dateFormats").get(0).asString()).isEqualTo("d.M.yyyy");
        assertThat(proposal.path("currency").asString()).isEqualTo("EUR");
        assertThat(proposal.path("stages").path("Angebot").asString()).isEqualTo("PROPOSAL_SENT");
        assertThat(proposal.path("decimalMark").asString()).isEqualTo("COMMA");
        assertThat(tried.path("understood").asInt()).isEqualTo(3);

        proposal.remove("version");
        Answer defined = service.post("/api/import-profiles", proposal.toString());
        assertThat(defined.status()).as(defined.body()).isEqualTo(201);
        Answer started = service.postFile(
                "/api/imports?profile=" + proposal.path("code").asString(), "auszug.csv", file.getBytes(UTF_8));
        JsonNode done = finished(service, started.json().path("id").asString());
        assertThat(done.path("accepted").asInt()).isEqualTo(3);
    }

    @Test
    void a_proposal_shows_what_it_understands_and_asks_for_the_stages_that_no_word_decides() {
        String file = "Deal Nr;Vermittler;Kunde;Phase;Angelegt am;Abgeschlossen am;Betrag\n"
                + "K-1;Moses Frase;Gefragt GmbH;Nicht gewonnen;31.01.2017;03.02.2017;2.750,00\n"
                + "K-2;Moses Frase;Gewonnen GmbH;Gewonnen;31.01.2017;03.02.2017;1.250\n"
                + "K-3;Moses Frase;Sonder GmbH;Sonderfall;31.01.2017;;\n"
                + "K-4;Niemand;Gewonnen AG;Gewonnen;31.01.2017;03.02.2017;1\n";

        JsonNode tried = tried("unknown", file);

        JsonNode proposal = tried.path("proposal");
        assertThat(proposal.path("columns").path("id").get(0).asString()).isEqualTo("Deal Nr");
        assertThat(proposal.path("columns").path("submittedOn").get(0).asString())
                .isEqualTo("Angelegt am");
        assertThat(proposal.path("columns").path("closedOn").get(0).asString()).isEqualTo("Abgeschlossen am");
        assertThat(proposal.path("stages").propertyNames()).containsExactly("Gewonnen");
        assertThat(proposal.path("decimalMark").asString()).isEqualTo("COMMA");
        assertThat(tried.path("missing"))
                .extracting(missing -> missing.path("field").asString())
                .contains("stages.Nicht gewonnen", "stages.Sonderfall", "columns.currency")
                .doesNotContain("stages.Gewonnen", "decimalMark");
        assertThat(tried.path("columns")).hasSize(7);
        assertThat(tried.path("rows").asInt()).isEqualTo(4);
        assertThat(tried.path("rejects"))
                .extracting(row -> row.path("line").asLong())
                .contains(2L, 4L, 5L);
    }

    @Test
    void a_proposal_asks_for_the_decimal_mark_if_no_amount_shows_it() {
        String header = "Id,Agent,Service,Company,Status,Created,Closed,Amount,Currency\n";
        String row = "1,Moses Frase,GTX,Gulf,Won,2017-01-02,2017-02-01,\"1,234\",%s\n";

        assertThat(tried("unknown", header + row.formatted("KWD")).path("missing"))
                .extracting(missing -> missing.path("field").asString())
                .containsExactly("decimalMark");
        assertThat(tried("unknown", header + row.formatted("USD")).path("missing"))
                .isEmpty();
    }

    @Test
    void a_dry_run_compares_the_first_ten_thousand_rows_with_what_is_stored_and_reads_the_others() {
        StringBuilder file = new StringBuilder(
                "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n");
        for (int i = 1; i <= 10_003; i++) {
            file.append("big-%d,Moses Frase,GTX,Big %d,Lost,2017-01-02,2017-02-01,0%n".formatted(i, i));
        }
        file.append("big-last,Nobody,GTX,Big last,Lost,2017-01-02,2017-02-01,0\n");

        JsonNode tried = tried("crm-opportunities", file.toString());

        assertThat(tried.path("created").asInt()).isEqualTo(10_000);
        assertThat(tried.path("notCompared").asInt()).isEqualTo(3);
        assertThat(tried.path("understood").asInt()).isEqualTo(10_003);
        assertThat(tried.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void a_dry_run_asks_for_what_the_file_does_not_show() {
        String file = "deal_id,partner_id,service,organisation,stage,submitted_on,closed_on,amount,currency\n";

        assertThat(tried("crm-opportunities", file).path("reason").asString()).contains("no column(s) opportunity_id");
        assertThat(tried("crm-opportunities", "").path("reason").asString()).isEqualTo("The file is empty.");
    }

    @Test
    void a_dry_run_says_which_column_gave_a_value_and_shows_values_that_were_understood() {
        String profile =
                """
                {"code":"with-fallback","name":"Own","source":"own","partnerBy":"NAME","currency":"USD",
                 "columns":{"id":["Deal"],"organisation":["Company"],"stage":["Stage"],"submittedOn":["Created"],
                            "closedOn":["Closed"],"amount":["Value"]},
                 "dateFormats":["yyyy-MM-dd"],"stages":{"Won":"WON"},
                 "rules":{"values":{"partner":{"constant":"Moses Frase"},"service":{"constant":"GTX"},
                          "submittedOn":{"fallbacks":["Closed"]}}}}""";
        Answer defined = service.post("/api/import-profiles", profile);
        assertThat(defined.status()).as(defined.body()).isEqualTo(201);
        String bad = "D-%d,Acme,Won,,2017-02-0x,1\n";
        String file = "Deal,Company,Stage,Created,Closed,Value\n"
                + bad.formatted(1)
                + bad.formatted(2)
                + bad.formatted(3)
                + "D-4,Acme,Won,,2017-02-03,1\n"
                + "D-5,Acme,Won,2017-01-02,2017-02-04,1\n";

        JsonNode tried = tried("with-fallback", file);

        JsonNode closed = tried.path("columns").get(4);
        assertThat(closed.path("fields")).extracting(JsonNode::asString).containsExactly("submittedOn", "closedOn");
        assertThat(closed.path("examples"))
                .extracting(example -> example.path("text").asString() + "="
                        + example.path("meaning").asString(""))
                .contains("2017-02-03=2017-02-03", "2017-02-04=2017-02-04");
        assertThat(closed.path("problems").asLong()).isEqualTo(3);
        assertThat(tried.path("rejects").get(0).path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("Closed", "Closed");
    }

    @Test
    void a_dry_run_asks_for_the_order_of_day_and_month_if_the_file_leaves_it_open() {
        JsonNode tried = tried(
                "salesforce-opportunities",
                "Opportunity ID,Account Name,Stage,Created Date,Close Date,Amount,Referral Partner,Type\n"
                        + "006A0000001,Acme,Closed Won,3/4/2017,5/6/2017,1,Moses Frase,GTX\n");

        assertThat(tried.path("reason").asString()).contains("dateOrder=DAY_FIRST or dateOrder=MONTH_FIRST");
    }

    private JsonNode tried(String profile, String file) {
        Answer answer =
                service.postFile("/api/imports?dryRun=true&profile=" + profile, "auszug.csv", file.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
