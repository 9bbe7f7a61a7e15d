package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.finished;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.read;
import static io.entente.referral.intake.ImportingService.rejects;
import static io.entente.referral.intake.ImportingService.stateOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.profiles.SourceIds;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Files as CRMs and spreadsheets really write them. */
@ExtendWith(ImportingService.class)
class ImportedFilesIT {

    private final RunningService service;

    ImportedFilesIT(RunningService service) {
        this.service = service;
    }

    @Test
    void a_badly_quoted_row_is_one_reject_and_the_rejects_can_be_sent_back() throws IOException {
        String file = HEADER
                + "q-1,Moses Frase,GTX,Quoted One,Prospecting,,,\r\n"
                + "q-2,Moses Frase,GTX,\"Quoted \"Best\" Two\",Prospecting,,,\r\n"
                + "q-3,Moses Frase,GTX,\"Quoted Three,Prospecting,,,\r\n"
                + "q-4,Moses Frase,GTX,\"Quoted, Four\",Prospecting,,,\r\n"
                + "q-5,Moses Frase,GTX,Quoted\0Five,Prospecting,,,\r\n"
                + "q-6,Moses Frase,GTX,Quoted Six,Prospecting,,,,\r\n"
                + "q-7,Moses Frase,GTX,Quoted Seven,Prospecting,,,\r\n";

        JsonNode done = imported("quoted.csv", file.getBytes(UTF_8));

        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertTally(done, 7, 3, 0, 4);
        List<CSVRecord> rejects = rejects(done);
        assertThat(rejects)
                .extracting(row -> row.get("opportunity_id") + " " + row.get("line") + " " + row.get("field"))
                .containsExactly("q-2 3 row", "q-3 4 row", "q-5 6 row", "q-6 7 row");
        assertThat(rejects.get(0).get("account")).isEqualTo("Quoted \"Best\" Two");

        String back = service.get("/api/imports/" + done.path("id").asString() + "/rejects")
                .body();
        assertTally(imported("quoted-again.csv", back.getBytes(UTF_8)), 4, 4, 0, 0);
        assertThat(stateOf("q-2")).isEqualTo("SUBMITTED");
    }

    @Test
    void a_row_goes_in_without_the_optional_facts_that_can_not_be_read_and_the_warnings_name_them() throws IOException {
        String file = "deal_id,partner_id,service,organisation,domain,country,involvement,stage,submitted_on,closed_on,"
                + "amount,currency\n"
                + "w-1,par_Moses_Frase,GTX,Warned One,n/a,Nowhere,HIGH,SUBMITTED,,,,\n"
                + "w-2,par_Moses_Frase,GTX,Warned Two,warned.example,Deutschland,active,WON,2017-01-02,2017-02-01,\"1.234,56 €\",\n"
                + "w-3,par_Moses_Frase,GTX,Warned Three,,,,WON,2017-01-02,2017-02-01,\"(1,200.00)\",USD\n";

        JsonNode done = importedWith("profile=generic-deals", file.getBytes(UTF_8));

        assertTally(done, 3, 2, 0, 1);
        assertThat(done.path("warned").asInt()).isEqualTo(1);
        assertThat(done.path("decimalMark").asString(""))
                .as("the file shows both")
                .isEmpty();
        Answer answer = service.get("/api/imports/" + done.path("id").asString() + "/warnings");
        List<CSVRecord> warnings = read(answer.body().substring(1));
        assertThat(warnings)
                .extracting(row -> row.get("deal_id") + " " + row.get("line") + " " + row.get("field"))
                .containsExactly("w-1 2 domain; country; involvement; submitted_on");
        assertThat(rejects(done).get(0).get("reason")).isEqualTo("must not be negative, but is -1200.00");
        assertThat(service.get("/api/imports/imp_nobody/warnings").status()).isEqualTo(404);
    }

    @Test
    void a_file_that_leaves_the_order_of_day_and_month_open_is_asked_about() {
        String profile =
                """
                {"code":"day-or-month","name":"Both orders","currency":"USD",
                 "columns":{"id":["id"],"partner":["partner"],"service":["service"],"organisation":["client"],
                            "stage":["stage"],"submittedOn":["from"],"closedOn":["to"],"amount":["value"]},
                 "dateFormats":["d/M/yyyy","M/d/yyyy"],"stages":{"won":"WON"}}""";
        assertThat(service.post("/api/import-profiles", profile).status()).isEqualTo(201);
        byte[] file = ("id,partner,service,client,stage,from,to,value\n"
                        + "d-1,Moses Frase,GTX,Dated,won,3/4/2017,5/6/2017,\"$1,200\"\n")
                .getBytes(UTF_8);

        JsonNode open = importedWith("profile=day-or-month", file);
        JsonNode named = importedWith("profile=day-or-month&dateOrder=DAY_FIRST", file);

        assertThat(open.path("status").asString()).isEqualTo("FAILED");
        assertThat(open.path("reason").asString()).contains("3/4/2017", "dateOrder=DAY_FIRST or dateOrder=MONTH_FIRST");
        assertTally(named, 1, 1, 0, 0);
        assertThat(named.path("dateOrder").asString()).isEqualTo("DAY_FIRST");
        String id = SourceIds.referralId("day-or-month", "d-1").value();
        assertThat(service.get("/api/referrals/" + id)
                        .json()
                        .path("submittedAt")
                        .asString())
                .isEqualTo("2017-04-03T00:00:00Z");
    }

    @Test
    void an_encoding_is_found_or_named_and_a_file_that_fits_none_is_refused() {
        byte[] file = (HEADER + "e-1,Moses Frase,GTX,東京電力,Prospecting,,,\n").getBytes(Charset.forName("windows-31j"));

        assertThat(imported("short.csv", file).path("reason").asString())
                .contains("not in UTF-8; the first error is on line 2", "encoding=Shift_JIS");
        JsonNode named = importedWith("profile=crm-opportunities&encoding=Shift_JIS", file);
        assertTally(named, 1, 1, 0, 0);
        assertThat(named.path("encoding").asString()).isEqualTo("SHIFT_JIS");

        byte[] stray = (HEADER + "e-2,Moses Frase,GTX,Jörg,Prospecting,,,\ne-3,Moses Frase,GTX,Sören,Prospecting,,,\n"
                        + "e-4,Moses Frase,GTX,x,Prospecting,,,\n")
                .getBytes(UTF_8);
        stray[stray.length - "x,Prospecting,,,\n".length()] = (byte) 0xe9;
        JsonNode done = imported("stray.csv", stray);
        assertTally(done, 3, 2, 0, 1);
        assertThat(done.path("encoding").asString()).isEqualTo("UTF_8");

        Answer refused = service.postFile(
                "/api/imports?profile=crm-opportunities&encoding=EBCDIC&dateOrder=YMD&decimalMark=DOT", "x.csv", file);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("encoding", "dateOrder", "decimalMark");
    }

    private JsonNode importedWith(String query, byte[] content) {
        Answer started = service.postFile("/api/imports?" + query, "file.csv", content);
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        return finished(service, started.json().path("id").asString());
    }
}
