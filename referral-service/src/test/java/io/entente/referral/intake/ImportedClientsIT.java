package io.entente.referral.intake;

import static io.entente.referral.intake.ImportingService.HEADER;
import static io.entente.referral.intake.ImportingService.assertTally;
import static io.entente.referral.intake.ImportingService.imported;
import static io.entente.referral.intake.ImportingService.referralId;
import static io.entente.referral.intake.ImportingService.stateOf;
import static io.entente.referral.intake.ImportingService.stateOfReferral;
import static io.entente.referral.intake.ImportingService.submitted;
import static io.entente.testkit.security.Callers.asOps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.intake.profiles.SourceIds;
import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whose client it is if a file has it for one partner and another partner has introduced it. */
@ExtendWith(ImportingService.class)
class ImportedClientsIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final RunningService service;

    ImportedClientsIT(RunningService service) {
        this.service = service;
    }

    @Test
    void a_deal_with_a_client_that_another_partner_has_waits_until_the_client_is_decided_for_its_partner() {
        String holder = submitted("par_Anna_Snelling", "Halden Werft");
        accepted(holder);
        String protectedUntil = view(holder).path("protectedUntil").asString();
        String file = won("hw-1", "Halden Werft", "4321");

        JsonNode tried = tried(file);
        JsonNode done = imported("werft.csv", file.getBytes(UTF_8));

        assertThat(tried.path("created").asInt()).isEqualTo(1);
        assertThat(tried.path("warned").asInt()).isEqualTo(1);
        assertThat(tried.path("warnings").get(0).path("errors").toString()).contains("its deal wait");
        assertTally(done, 1, 1, 0, 0);
        assertThat(done.path("warned").asInt()).isEqualTo(1);
        assertThat(warnings(done)).contains("hw-1", "another partner has this client", "its deal wait");
        JsonNode waiting = view(referralId("hw-1"));
        assertThat(waiting.path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(waiting.path("deals")).isEmpty();
        assertThat(waiting.path("waitingImport").path("stage").asString()).isEqualTo("WON");
        assertThat(waiting.path("waitingImport").path("amount").path("amount").asString())
                .isEqualTo("4321.00");
        assertThat(waitingIds()).contains(referralId("hw-1")).doesNotContain(holder);
        assertUnchangedWithWarning(imported("again.csv", file.getBytes(UTF_8)));

        Answer refused = service.post("/api/referrals/%s/accept".formatted(referralId("hw-1")), "{}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(stateOf("hw-1")).isEqualTo("CONFLICTED");
        assertThat(view(holder).path("protectedUntil").asString())
                .as("whoever has the client keeps its protection")
                .isEqualTo(protectedUntil);
        assertUnchangedWithWarning(imported("conflicted.csv", file.getBytes(UTF_8)));

        decide(referralId("hw-1"), holder);
        JsonNode later = imported("decided.csv", file.getBytes(UTF_8));

        assertTally(later, 1, 1, 0, 0);
        assertThat(later.path("warned").asInt()).isZero();
        assertThat(stateOf("hw-1")).isEqualTo("WON");
        assertThat(view(referralId("hw-1"))
                        .path("deals")
                        .get(0)
                        .path("amount")
                        .path("amount")
                        .asString())
                .isEqualTo("4321.00");
        assertThat(stateOfReferral(holder)).isEqualTo("DUPLICATE");
        assertThat(waitingIds()).doesNotContain(referralId("hw-1"));
    }

    @Test
    void a_deal_that_waits_is_never_closed_if_the_client_is_decided_for_the_other_partner() {
        String holder = submitted("par_Anna_Snelling", "Sundby Skibe");
        String file = won("sk-1", "Sundby Skibe", "777");
        imported("skibe.csv", file.getBytes(UTF_8));
        service.post("/api/referrals/%s/accept".formatted(referralId("sk-1")), "{}");

        decide(holder, referralId("sk-1"));

        assertTally(imported("skibe-again.csv", file.getBytes(UTF_8)), 1, 0, 1, 0);
        assertThat(stateOf("sk-1")).isEqualTo("DUPLICATE");
        assertThat(view(referralId("sk-1")).path("deals")).isEmpty();
        assertThat(waitingIds()).doesNotContain(referralId("sk-1"));
    }

    @Test
    void a_referral_that_only_waited_for_a_client_that_is_free_now_is_accepted_with_a_protection() {
        String holder = submitted("par_Anna_Snelling", "Freigabe Metallbau");
        imported("frei.csv", won("fg-1", "Freigabe Metallbau", "50").getBytes(UTF_8));
        service.post("/api/referrals/" + holder + "/decline", "{\"reason\":\"Outside of what the firm does\"}");

        JsonNode accepted = accepted(referralId("fg-1"));

        assertThat(accepted.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.has("protectedUntil")).isTrue();
        String other = submitted("par_Anna_Snelling", "Freigabe Metallbau");
        assertThat(stateOfReferral(other)).isEqualTo("CONFLICTED");
    }

    @Test
    void of_the_rows_for_one_client_the_first_introduction_gets_it_and_not_the_first_row() {
        String file = HEADER
                + "fi-0,Anna Snelling,GTX,Ganz Anderer Kunde,Engaging," + TODAY.minusDays(20) + ",,\n"
                + "fi-1,Anna Snelling,GTX,Erstkunde Nord,Engaging," + TODAY.minusDays(2) + "," + TODAY.plusDays(1)
                + ",\n"
                + "fi-2,Moses Frase,GTX,Erstkunde Nord,Engaging," + TODAY.minusDays(9) + "," + TODAY.plusDays(40)
                + ",\n"
                + "fi-3,Anna Snelling,GTX,Erstkunde Nord,Prospecting,,,\n";

        JsonNode tried = tried(file);
        JsonNode done = imported("first.csv", file.getBytes(UTF_8));

        assertThat(tried.path("warned").asInt())
                .isEqualTo(2)
                .isEqualTo(done.path("warned").asInt());
        assertThat(tried.path("columns").get(3).path("firstProblems"))
                .extracting(problem -> problem.path("line").asLong())
                .containsExactly(3L, 5L);
        assertThat(view(referralId("fi-2")).has("protectedUntil")).isTrue();
        assertThat(stateOf("fi-1")).isEqualTo("SUBMITTED");
        assertThat(stateOf("fi-3")).isEqualTo("SUBMITTED");
        assertThat(warnings(done)).contains("fi-1", "fi-3").doesNotContain("fi-2");
    }

    @Test
    void a_deal_in_the_file_waits_if_another_partner_introduced_its_client_before_in_the_same_file() {
        String file = HEADER
                + "fw-1,Anna Snelling,GTX,Zuerst Pumpen," + "Won," + TODAY.minusDays(28) + "," + TODAY.minusDays(9)
                + ",1000\n"
                + "fw-2,Moses Frase,GTX,Zuerst Pumpen,Engaging," + TODAY.minusDays(59) + ",,\n"
                + "fw-3,Anna Snelling,GTX,Danach Pumpen,Won," + TODAY.minusDays(28) + "," + TODAY.minusDays(9)
                + ",2000\n"
                + "fw-4,Moses Frase,GTX,Danach Pumpen,Engaging," + TODAY.minusDays(12) + ",,\n";

        JsonNode tried = tried(file);
        JsonNode done = imported("first-won.csv", file.getBytes(UTF_8));

        assertThat(tried.path("warned").asInt()).isEqualTo(2);
        assertThat(tried.path("warnings"))
                .extracting(warning -> warning.path("line").asLong())
                .containsExactly(2L, 5L);
        assertThat(done.path("warned").asInt()).isEqualTo(2);
        assertThat(warnings(done)).contains("fw-1", "its deal wait", "fw-4").doesNotContain("fw-2", "fw-3");
        assertThat(stateOf("fw-1")).isEqualTo("SUBMITTED");
        assertThat(view(referralId("fw-1")).path("deals")).isEmpty();
        assertThat(view(referralId("fw-2")).has("protectedUntil")).isTrue();
        assertThat(stateOf("fw-3")).isEqualTo("WON");
        assertThat(stateOf("fw-4")).isEqualTo("SUBMITTED");
    }

    @Test
    void of_two_deals_of_two_partners_with_one_client_the_first_introduction_is_paid_however_the_file_is_cut() {
        String later = "tw-1,Anna Snelling,GTX,%s,Won," + TODAY.minusDays(21) + "," + TODAY.minusDays(8) + ",310\n";
        String earlier = "tw-2,Moses Frase,GTX,%s,Won," + TODAY.minusDays(33) + "," + TODAY.minusDays(5) + ",520\n";
        String whole = HEADER + later.formatted("Zweimal Ventile") + earlier.formatted("Zweimal Ventile");

        JsonNode tried = tried(whole);
        JsonNode done = imported("two-won.csv", whole.getBytes(UTF_8));

        assertThat(tried.path("warned").asInt()).isEqualTo(1);
        assertThat(done.path("warned").asInt()).isEqualTo(1);
        assertThat(stateOf("tw-1")).isEqualTo("SUBMITTED");
        assertThat(stateOf("tw-2")).isEqualTo("WON");

        imported("cut-1.csv", (HEADER + earlier.replace("tw-", "cu-").formatted("Geteilt Ventile")).getBytes(UTF_8));
        JsonNode second = imported(
                "cut-2.csv", (HEADER + later.replace("tw-", "cu-").formatted("Geteilt Ventile")).getBytes(UTF_8));

        assertThat(second.path("warned").asInt()).isEqualTo(1);
        assertThat(stateOf("cu-1")).isEqualTo("SUBMITTED");
        assertThat(stateOf("cu-2")).isEqualTo("WON");
    }

    @Test
    void a_sale_that_a_deal_of_the_partner_records_already_waits() {
        String live = submitted("par_Moses_Frase", "Doppelt Kessel");
        accepted(live);
        Answer closed = service.post(
                "/api/referrals/" + live + "/deals",
                "{\"dealId\":\"by-hand-1\",\"amount\":{\"amount\":\"1450.00\",\"currency\":\"USD\"},\"closedOn\":\"%s\"}"
                        .formatted(TODAY.minusDays(2)));
        assertThat(closed.status()).as(closed.body()).isEqualTo(201);
        String file = won("ss-1", "Doppelt Kessel", "1450")
                + won("ss-2", "Doppelt Kessel", "1451").substring(HEADER.length())
                + won("ss-3", "Doppelt Filter", "90").substring(HEADER.length())
                + won("ss-4", "Doppelt Filter", "90").substring(HEADER.length());

        JsonNode tried = tried(file);
        JsonNode done = imported("same-sale.csv", file.getBytes(UTF_8));

        assertThat(tried.path("warned").asInt()).isEqualTo(2);
        assertThat(done.path("warned").asInt()).isEqualTo(2);
        assertThat(warnings(done)).contains("ss-1", "ss-4", "of the same amount with this client");
        assertThat(stateOf("ss-1")).isEqualTo("SUBMITTED");
        assertThat(stateOf("ss-2")).isEqualTo("WON");
        assertThat(stateOf("ss-3")).isEqualTo("WON");
        assertThat(stateOf("ss-4")).isEqualTo("SUBMITTED");
        assertThat(waitingIds()).contains(referralId("ss-1"), referralId("ss-4"));
        JsonNode again = imported("same-sale-again.csv", file.getBytes(UTF_8));
        assertTally(again, 4, 0, 4, 0);
        assertThat(again.path("warned").asInt()).isEqualTo(2);
    }

    @Test
    void an_open_row_for_a_client_that_the_partner_has_open_already_waits() {
        submitted("par_Moses_Frase", "Nochmals Kran");
        String file = HEADER
                + "oa-1,Moses Frase,GTX,Nochmals Kran,Engaging," + TODAY.minusDays(6) + ",,\n"
                + "oa-2,Moses Frase,GTX,Einmal Kran,Engaging," + TODAY.minusDays(6) + ",,\n"
                + "oa-3,Moses Frase,GTX,Einmal Kran,Engaging," + TODAY.minusDays(4) + ",,\n";

        JsonNode tried = tried(file);
        JsonNode done = imported("open-again.csv", file.getBytes(UTF_8));

        assertThat(tried.path("warned").asInt()).isEqualTo(2);
        assertThat(done.path("warned").asInt()).isEqualTo(2);
        assertThat(warnings(done)).contains("oa-1", "oa-3", "was already introduced by this partner");
        assertThat(stateOf("oa-1")).isEqualTo("SUBMITTED");
        assertThat(stateOf("oa-2")).isEqualTo("CONTACTED");
        assertThat(accepted(referralId("oa-3")).path("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_dry_run_rejects_a_deal_whose_id_another_referral_has() {
        String live = submitted("par_Moses_Frase", "Vergeben Technik");
        accepted(live);
        String dealId = SourceIds.dealId("crm-opportunities", "vt-1");
        Answer closed = service.post(
                "/api/referrals/" + live + "/deals",
                "{\"dealId\":\"%s\",\"amount\":{\"amount\":\"61.00\",\"currency\":\"USD\"},\"closedOn\":\"%s\"}"
                        .formatted(dealId, TODAY.minusDays(40)));
        assertThat(closed.status()).as(closed.body()).isEqualTo(201);
        String file = won("vt-1", "Vergeben Technik", "62")
                + won("vt-2", "Frei Technik", "63").substring(HEADER.length());

        JsonNode tried = tried(file);

        assertThat(tried.path("created").asInt()).isEqualTo(1);
        assertThat(tried.path("rejected").asInt()).isEqualTo(1);
        assertThat(tried.path("rejects").get(0).path("errors").toString()).contains("is used by referral " + live);
        assertTally(imported("taken.csv", file.getBytes(UTF_8)), 2, 1, 0, 1);
    }

    @Test
    void a_protection_that_ended_long_ago_is_in_no_way_of_another_row() {
        String file = HEADER
                + "lo-1,Anna Snelling,GTX,Lange Her,Engaging,2017-01-02,,\n"
                + "lo-2,Moses Frase,GTX,Lange Her,Engaging,2017-01-03,,\n"
                + "lo-3,Anna Snelling,GTX,Lange Her,Won,2017-01-03,2017-02-01,12\n";

        JsonNode tried = tried(file);
        JsonNode done = imported("long-ago.csv", file.getBytes(UTF_8));

        assertThat(tried.path("warned").asInt()).isZero();
        assertThat(done.path("warned").asInt()).isZero();
        assertThat(stateOf("lo-1")).isEqualTo("CONTACTED");
        assertThat(stateOf("lo-2")).isEqualTo("CONTACTED");
        assertThat(stateOf("lo-3")).isEqualTo("WON");
    }

    @Test
    void a_dry_run_says_what_the_import_would_do_with_rows_that_are_stored() {
        imported(
                "stored.csv",
                (HEADER
                                + "st-1,Moses Frase,GTX,Gespeichert Eins,Engaging,2017-01-02,,\n"
                                + "st-2,Moses Frase,GTX,Gespeichert Zwei,Engaging,2017-01-02,,\n"
                                + "st-3,Moses Frase,GTX,Gespeichert Drei,Won,2017-01-02,2017-02-01,10\n")
                        .getBytes(UTF_8));
        String file = HEADER
                + "st-1,Moses Frase,GTX,Gespeichert Eins,Engaging,2017-01-02,,\n"
                + "st-2,Moses Frase,GTX,Gespeichert Zwei,Won,2017-01-02,2017-02-01,10\n"
                + "st-3,Moses Frase,GTX,Gespeichert Drei,Won,2017-01-02,2017-02-01,11\n"
                + "st-4,Moses Frase,GTX,Gespeichert Vier,Lost,2017-01-02,2017-02-01,0\n";

        JsonNode tried = tried(file);

        assertThat(List.of(
                        tried.path("created").asInt(),
                        tried.path("changed").asInt(),
                        tried.path("unchanged").asInt(),
                        tried.path("rejected").asInt()))
                .containsExactly(1, 1, 1, 1);
        assertThat(tried.path("rejects").get(0).path("errors").toString()).contains("closed with USD 10.00");
        assertThat(stateOf("st-2")).as("nothing was written").isEqualTo("CONTACTED");
        assertTally(imported("stored-later.csv", file.getBytes(UTF_8)), 4, 2, 1, 1);
    }

    private static String won(String id, String organisation, String value) {
        return HEADER
                + "%s,Moses Frase,GTX,%s,Won,%s,%s,%s\n"
                        .formatted(id, organisation, TODAY.minusDays(30), TODAY.minusDays(3), value);
    }

    private void assertUnchangedWithWarning(JsonNode done) {
        assertTally(done, 1, 0, 1, 0);
        assertThat(done.path("warned").asInt()).isEqualTo(1);
    }

    private JsonNode accepted(String referral) {
        Answer answer = service.post("/api/referrals/" + referral + "/accept", "{}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void decide(String winner, String other) {
        String conflict = service.get("/api/conflicts?status=OPEN&limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.toString().contains(winner) && one.toString().contains(other))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Answer decided = service.post(
                "/api/conflicts/%s/decide".formatted(conflict),
                "{\"winner\":\"%s\",\"reason\":\"The client chose.\",\"rule\":\"CLIENT_CHOOSES\"}".formatted(winner),
                asOps("o-1"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    private List<String> waitingIds() {
        return service.get("/api/referrals?importWaits=true&limit=200")
                .json()
                .path("items")
                .valueStream()
                .map(found -> found.path("id").asString())
                .toList();
    }

    private JsonNode tried(String file) {
        Answer answer = service.postFile(
                "/api/imports?dryRun=true&profile=crm-opportunities", "tried.csv", file.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String warnings(JsonNode done) {
        return service.get("/api/imports/%s/warnings".formatted(done.path("id").asString()))
                .body();
    }

    private JsonNode view(String referral) {
        return service.get("/api/referrals/" + referral).json();
    }
}
