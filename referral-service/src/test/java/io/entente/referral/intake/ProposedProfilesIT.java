package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.finished;
import static io.entente.referral.intake.ImportingService.rejects;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A profile that is proposed for a file understands the rows of that file, once a person has filled in what is missing. */
@ExtendWith(ImportingService.class)
class ProposedProfilesIT {

    private final RunningService service;

    ProposedProfilesIT(RunningService service) {
        this.service = service;
    }

    /** A made-up file in the shape of a CRM's export, with the columns that a person has to name. */
    record Shape(
            String name,
            String file,
            String id,
            String partner,
            String closedOn,
            String amount,
            String stage,
            String currency) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape(
                        "dynamics",
                        "(Do Not Modify) Opportunity,Topic,Account,Est. Close Date,Est. Revenue,Status,Status Reason,Actual Close"
                                + " Date,Actual Revenue,Created On,Brought by\n"
                                + "g-1,Crane,Hafen One,3/31/2026,\"$9,000.00\",Won,Won,3/30/2026,\"$8,500.00\",1/5/2026 3:04 PM,Moses"
                                + " Frase\n"
                                + "g-2,Crane,Hafen Two,4/15/2026,\"$100.00\",Open,In Progress,,,2/3/2026 11:40 AM,Moses Frase\n"
                                + "g-3,Crane,Hafen Three,4/15/2026,\"$100.00\",Lost,Canceled,3/2/2026,,1/13/2026 9:00 AM,Moses Frase\n",
                        "(Do Not Modify) Opportunity",
                        "Brought by",
                        "Actual Close Date",
                        "Actual Revenue",
                        "Status",
                        "USD"),
                new Shape(
                        "pipedrive",
                        "Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal -"
                                + " Status,Deal - Deal created,Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal -"
                                + " Lost reason,Broker\n"
                                + "1,Crane,Werft One,8500.50,EUR,Negotiations Started,Won,2026-01-05 09:30:11,2026-04-01,2026-03-30"
                                + " 14:00:59,,,Moses Frase\n"
                                + "2,Crane,Werft Two,100,EUR,Contact Made,Open,2026-02-03 10:00:00,2026-05-01,,,,Moses Frase\n"
                                + "3,Crane,Werft Three,100,EUR,Qualified,Lost,2026-02-04 10:00:00,2026-05-01,,2026-03-02"
                                + " 08:00:00,Price,Moses Frase\n",
                        "Deal - ID",
                        "Broker",
                        "Deal - Won time",
                        "Deal - Value",
                        "Deal - Status",
                        "EUR"),
                new Shape(
                        "german",
                        "Vorgangsnummer;Vermittler;Kunde;Phase;Angelegt am;Voraussichtlicher Abschluss;Abgeschlossen am;Betrag\n"
                                + "1;Moses Frase;Kai One;Gewonnen;05.01.26 15:04;01.04.26;30.03.26;8.500,50 €\n"
                                + "2;Moses Frase;Kai Two;Angebot;13.02.26 09:00;01.05.26;;100,00 €\n"
                                + "3;Moses Frase;Kai Three;Verloren;14.02.26 09:00;01.05.26;02.03.26;\n",
                        "Vorgangsnummer",
                        "Vermittler",
                        "Abgeschlossen am",
                        "Betrag",
                        "Phase",
                        "EUR"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_proposed_profile_understands_the_rows_that_it_was_proposed_from(Shape shape) {
        ObjectNode proposal = (ObjectNode)
                tried("unknown", shape.name() + ".csv", shape.file()).path("proposal");
        assertThat(column(proposal, "closedOn")).isEqualTo(shape.closedOn());
        assertThat(column(proposal, "amount")).isEqualTo(shape.amount());
        assertThat(column(proposal, "stage")).isEqualTo(shape.stage());

        proposal.remove("version");
        proposal.put("code", "proposed-" + shape.name()).put("currency", shape.currency());
        ObjectNode columns = (ObjectNode) proposal.path("columns");
        columns.putArray("id").add(shape.id());
        columns.putArray("partner").add(shape.partner());
        Answer defined = service.post("/api/import-profiles", proposal.toString());
        assertThat(defined.status()).as(defined.body()).isEqualTo(201);

        JsonNode again = tried("proposed-" + shape.name(), shape.name() + ".csv", shape.file());
        assertThat(again.path("understood").asInt()).as(again.toString()).isEqualTo(3);
        assertThat(again.path("rejected").asInt()).isZero();
    }

    @Test
    void a_dry_run_with_a_profile_whose_columns_are_there_shows_the_rejects_of_the_import_and_proposes_nothing()
            throws IOException {
        String file = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n"
                + "q-1,Unknown Broker,GTX,Kern One,Prospecting,2026-02-01,,12.500\n"
                + "q-2,Unknown Broker,GTX,Kern Two,Won,2026-02-01,2026-03-15,870\n";

        JsonNode tried = tried("crm-opportunities", "report.csv", file);
        Answer started = service.postFile("/api/imports?profile=crm-opportunities", "report.csv", file.getBytes(UTF_8));
        List<CSVRecord> rejects =
                rejects(finished(service, started.json().path("id").asString()));

        assertThat(tried.path("profile").asString()).isEqualTo("crm-opportunities");
        assertThat(tried.path("rejected").asInt()).isEqualTo(2);
        assertThat(tried.has("proposal")).isFalse();
        assertThat(tried.has("reason")).isFalse();
        assertThat(rejects).hasSize(2);
        for (int row = 0; row < 2; row++) {
            String reason = rejects.get(row).get("reason");
            JsonNode errors = tried.path("rejects").get(row).path("errors");
            assertThat(errors).isNotEmpty().allSatisfy(error -> assertThat(reason)
                    .contains(error.path("message").asString()));
        }
    }

    @Test
    void no_order_of_day_and_month_is_stated_if_no_date_of_the_file_has_one() {
        String file = "Opportunity ID,Account Name,Stage,Created Date,Close Date,Amount,Referral Partner\n"
                + "006A0000013,Acme One,Closed Won,2026-02-01,2026-03-31,10,Moses Frase\n";

        JsonNode tried = tried("salesforce-opportunities", "report.csv", file);

        assertThat(tried.path("understood").asInt()).isEqualTo(1);
        assertThat(tried.has("dateOrder")).isFalse();
    }

    private static String column(JsonNode proposal, String field) {
        return proposal.path("columns").path(field).path(0).asString();
    }

    private JsonNode tried(String profile, String name, String file) {
        Answer answer = service.postFile("/api/imports?dryRun=true&profile=" + profile, name, file.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
