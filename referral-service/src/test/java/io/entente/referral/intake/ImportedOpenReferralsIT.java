package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.eventsOf;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.referralId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** Open referrals go on after their import: their promises and their protection have an end. */
@ExtendWith(ImportingService.class)
class ImportedOpenReferralsIT {

    /** The promises and the protection that the program ships. */
    private static final Duration NEXT_UPDATE = Duration.ofDays(14);

    private static final int PROTECTION_DAYS = 90;

    private final RunningService service;

    ImportedOpenReferralsIT(RunningService service) {
        this.service = service;
    }

    @Test
    void an_open_referral_gets_a_clock_at_its_import_and_its_protection_ends() {
        LocalDate recently = LocalDate.now(ZoneOffset.UTC).minusDays(10);
        String file = HEADER
                + "op-1,Moses Frase,GTX,Open One,Engaging," + recently + ",,\n"
                + "op-2,Moses Frase,GTX,Open Two,Engaging,2016-10-29,,\n"
                + "op-3,Moses Frase,GTX,Open Three,Won,2016-10-29,2017-02-01,10\n"
                + "op-4,Moses Frase,GTX,Open Four,Prospecting,,,\n";

        JsonNode done = imported("open.csv", file.getBytes(UTF_8));

        assertTally(done, 4, 4, 0, 0);
        Instant startedAt = Instant.parse(done.path("startedAt").asString());
        assertThat(openClocks("op-1")).containsExactly("NEXT_UPDATE " + startedAt.plus(NEXT_UPDATE));
        assertThat(openClocks("op-2")).containsExactly("NEXT_UPDATE " + startedAt.plus(NEXT_UPDATE));
        assertThat(openClocks("op-3")).isEmpty();
        assertThat(openClocks("op-4"))
                .as("a referral that was only submitted doesn't fall silent either")
                .containsExactly("NEXT_UPDATE " + startedAt.plus(NEXT_UPDATE));
        Instant end = recently.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofDays(PROTECTION_DAYS));
        assertThat(plannedEnds("op-1")).containsExactly(end);
        assertThat(plannedEnds("op-2")).as("a protection that ended before").isEmpty();
        assertThat(plannedEnds("op-3")).isEmpty();
        assertThat(eventsOf("op-1"))
                .as("nothing is told that isn't history")
                .extracting(PublishedRecord::type)
                .containsExactlyInAnyOrder(
                        "referral.referral-submitted.v1",
                        "referral.referral-accepted.v1",
                        "referral.client-contacted.v1");
        assertThat(eventsOf("op-1"))
                .allMatch(event -> event.data().path("origin").asString().equals("IMPORT"));
    }

    @Test
    void an_expected_amount_is_kept_and_what_is_lost_is_in_the_warnings() throws IOException {
        String file = HEADER
                + "ex-1,Moses Frase,GTX,Expected One,Engaging,2017-01-02,soon,\"2,500.50\"\n"
                + "ex-2,Moses Frase,GTX,Expected Two,Prospecting,,,plenty\n";

        JsonNode done = imported("expected.csv", file.getBytes(UTF_8));

        assertTally(done, 2, 2, 0, 0);
        JsonNode kept = service.get("/api/referrals/" + referralId("ex-1")).json();
        assertThat(kept.path("expectedValue").path("amount").asString()).isEqualTo("2500.50");
        assertThat(service.get("/api/referrals/" + referralId("ex-2")).json().has("expectedValue"))
                .isFalse();
        assertThat(service.get("/api/imports/" + done.path("id").asString() + "/warnings")
                        .body())
                .contains("close_date", "engage_date; close_value", "must be an amount such as");
    }

    @Test
    void a_row_that_the_referral_does_not_allow_is_rejected_in_words_of_the_file() {
        imported(
                "declined-1.csv",
                (HEADER + "de-1,Moses Frase,GTX,Declined,Prospecting,2017-01-02,,\n").getBytes(UTF_8));
        service.post(
                "/api/referrals/" + referralId("de-1") + "/decline", "{\"reason\":\"Outside of what the firm does\"}");
        imported("declined-2.csv", (HEADER + "de-2,Moses Frase,GTX,Asked,Prospecting,2017-01-02,,\n").getBytes(UTF_8));
        service.post(
                "/api/referrals/" + referralId("de-2") + "/request-information", "{\"questions\":[\"Who decides?\"]}");

        JsonNode done = imported(
                "declined-3.csv",
                (HEADER + "de-1,Moses Frase,GTX,Declined,Engaging,2017-01-02,,\n"
                                + "de-2,Moses Frase,GTX,Asked,Won,2017-01-02,2017-02-01,5\n")
                        .getBytes(UTF_8));

        assertTally(done, 2, 0, 0, 2);
        assertThat(service.get("/api/imports/" + done.path("id").asString() + "/rejects")
                        .body())
                .contains("can't become CONTACTED, because the referral is DECLINED here, and an import doesn't change"
                        + " that")
                .contains("can't become WON, because the referral is ACTION_REQUIRED here; import the row again")
                .doesNotContain("Possible commands", "doesn't allow");
    }

    private List<String> openClocks(String opportunityId) {
        Document referral = service.mongo()
                .findOne(new Query(where("_id").is(referralId(opportunityId))), Document.class, "referrals");
        assertThat(referral).isNotNull();
        return referral.getList("clocks", Document.class, List.of()).stream()
                .map(clock ->
                        clock.getString("kind") + " " + clock.getDate("dueAt").toInstant())
                .toList();
    }

    private List<Instant> plannedEnds(String opportunityId) {
        return service.mongo().findAll(Document.class, "protection_dates").stream()
                .filter(planned -> planned.getString("referralId").equals(referralId(opportunityId)))
                .filter(planned -> planned.getString("kind").equals("EXPIRE"))
                .map(planned -> planned.getDate("at").toInstant())
                .toList();
    }
}
