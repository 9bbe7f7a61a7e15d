package io.entente.commission.plans.changes;

import static io.entente.testkit.security.Callers.asFinance;
import static io.entente.testkit.security.Callers.asPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.commission.CommissionServiceApplication;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import io.entente.testkit.RunningService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Plans above the policy's figures wait for a second person, and partners get notice of new versions. */
class PlanChangesIT {

    private static final String MAKER = asFinance("fin-1");
    private static final String CHECKER = asFinance("fin-2");
    private static final String ANNOUNCED = "commission.plan-change-announced.v1";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                CommissionServiceApplication.service(), "--entente.commission.plan-notice-sweep-interval=200ms");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_plan_above_the_policys_rate_waits_for_a_second_person_and_can_be_simulated() {
        Answer waiting = post("/api/commission-plans", plan("high", "par_high", "0.30"), MAKER);

        assertThat(waiting.status()).as(waiting.body()).isEqualTo(202);
        String id = waiting.json().path("proposalId").asString();
        assertThat(waiting.header("Location")).contains("/api/plan-proposals/" + id);
        assertThat(waiting.body()).contains("\"waitsBecause\":[\"The highest rate is 30 %, above 25 %.\"]");
        assertThat(service.get("/api/commission-plans/high").status()).isEqualTo(404);
        assertThat(service.get("/api/plan-proposals?status=WAITING").body()).contains("\"" + id + "\"");
        assertThat(service.post(
                                "/api/commission-plans/simulate",
                                "{\"proposalId\":\"%s\",\"from\":\"2026-01-01\",\"to\":\"2026-12-31\"}".formatted(id))
                        .status())
                .isEqualTo(200);

        String own = asPerson("FIN-1");
        assertThat(post("/api/plan-proposals/" + id + "/approve", "", own).status())
                .isEqualTo(409);
        assertThat(post("/api/plan-proposals/" + id + "/approve", "", CHECKER)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("APPROVED");
        JsonNode plan = service.get("/api/commission-plans/high").json();
        assertThat(plan.path("author").asString()).isEqualTo("user:fin-1");
        assertThat(plan.path("approvedBy").asString()).isEqualTo("user:fin-2");
        assertThat(plan.has("waitsBecause")).isFalse();

        Answer retirement = post("/api/commission-plans/high/retire", "{\"on\":\"2027-12-31\"}", MAKER);
        assertThat(retirement.status()).isEqualTo(202);
        assertThat(service.get("/api/commission-plans/high").json().has("effectiveTo"))
                .isFalse();
    }

    @Test
    void a_proposal_is_declined_with_a_reason_or_withdrawn_by_its_author() {
        String declined = proposal("declined");
        String withdrawn = proposal("withdrawn");

        assertThat(post("/api/plan-proposals/" + declined + "/decline", "{}", CHECKER)
                        .status())
                .isEqualTo(400);
        assertThat(post("/api/plan-proposals/" + declined + "/decline", "{\"reason\":\"Too high.\"}", CHECKER)
                        .json()
                        .path("reason")
                        .asString())
                .isEqualTo("Too high.");
        assertThat(post("/api/plan-proposals/" + withdrawn + "/withdraw", "", CHECKER)
                        .status())
                .isEqualTo(409);
        assertThat(post("/api/plan-proposals/" + withdrawn + "/withdraw", "", MAKER)
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/api/plan-proposals?code=withdrawn")
                        .json()
                        .path("items")
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(service.get("/api/plan-proposals/export?code=withdrawn").body())
                .startsWith("proposalId,kind,status,plan,")
                .contains(withdrawn + ",PLAN,WITHDRAWN,withdrawn,")
                .doesNotContain(declined);
        assertThat(service.get("/api/commission-plans/declined").status()).isEqualTo(404);
        assertThat(service.get("/api/plan-proposals/ppr_unknown").status()).isEqualTo(404);
    }

    @Test
    void partners_concerned_are_told_once_of_a_new_version_before_it_begins() {
        String own = "STRATEGIC";
        profile("par_told", own);
        profile("par_special", own);
        profile("par_other", "ACTIVE");
        known("par_told", "par_special", "par_other");
        post("/api/commission-plans", reasoned(plan("special", "par_special", "0.20")), MAKER);
        post("/api/commission-plans", tierPlan("0.10"), MAKER);
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);

        Answer refused = version(tomorrow, null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("effectiveFrom", tomorrow.plusDays(29).toString());
        Answer early = version(tomorrow, "The board asked for it.");
        assertThat(early.status()).as(early.body()).isEqualTo(201);
        Answer later = version(tomorrow.plusDays(60), null);
        assertThat(later.json().path("noticeDays").asInt()).isEqualTo(30);

        List<PublishedRecord> notices = announced(3);
        assertThat(notices)
                .extracting(PublishedRecord::subject)
                .containsExactlyInAnyOrder(
                        "plan-notice.strategic.1.par_told",
                        "plan-notice.strategic.2.par_told",
                        "plan-notice.strategic.3.par_told");
        notices.forEach(notice -> Contracts.assertMatches(ANNOUNCED, notice.text()));
        assertThat(noticeOf("plan-notice.strategic.2.par_told").text())
                .contains("\"reason\":\"The board asked for it.\"")
                .contains("\"rates\":[\"0.10\"]")
                .contains("\"rates\":[\"0.12\"]");
    }

    @Test
    void partners_concerned_are_told_once_of_the_end_of_a_plan_before_it_takes_effect() {
        profile("par_ends", "REFERRAL_NETWORK");
        known("par_ends");
        post(
                "/api/commission-plans",
                tierPlan("0.10").replace("\"strategic\"", "\"network\"").replace("STRATEGIC", "REFERRAL_NETWORK"),
                MAKER);
        post("/api/commission-plans", reasoned(plan("own", "par_ends", "0.20")), MAKER);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        Answer refused = post("/api/commission-plans/own/retire", retirement(today.plusDays(28), null), MAKER);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"on\"", today.plusDays(29).toString());
        Answer own = post("/api/commission-plans/own/retire", retirement(today.plusDays(40), null), MAKER);
        assertThat(own.status()).as(own.body()).isEqualTo(200);
        PublishedRecord replaced = noticeOf("plan-notice.own.1.ends-" + today.plusDays(40) + ".par_ends");
        Contracts.assertMatches(ANNOUNCED, replaced.text());
        assertThat(replaced.data().path("retired").asBoolean()).isTrue();
        assertThat(replaced.data().path("effectiveFrom").asString())
                .isEqualTo(today.plusDays(41).toString());
        assertThat(replaced.data().path("before").path("rates").toString()).isEqualTo("[\"0.20\"]");
        assertThat(replaced.data().path("after").path("rates").toString()).isEqualTo("[\"0.10\"]");

        Answer network = post(
                "/api/commission-plans/network/retire",
                retirement(today.plusDays(50), "The network is closed."),
                MAKER);
        assertThat(network.status()).as(network.body()).isEqualTo(200);
        PublishedRecord ended = noticeOf("plan-notice.network.1.ends-" + today.plusDays(50) + ".par_ends");
        Contracts.assertMatches(ANNOUNCED, ended.text());
        assertThat(ended.data().path("reason").asString()).isEqualTo("The network is closed.");
    }

    @Test
    void partners_are_told_of_a_new_plan_that_moves_them_of_its_planned_end_and_of_what_another_tier_earns() {
        profile("par_new", "ACTIVE");
        known("par_new");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String moving = plan("moving", "par_new", "0.18")
                .replace("2026-01-01", today.plusDays(3).toString())
                .replace("\"appliesTo\"", "\"effectiveTo\":\"" + today.plusDays(20) + "\",\"appliesTo\"");

        Answer refused = post("/api/commission-plans", moving, MAKER);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("noticeReason");
        assertThat(post("/api/commission-plans", reasoned(moving), MAKER).status())
                .isEqualTo(201);

        PublishedRecord begins = noticeOf("plan-notice.moving.1.par_new");
        Contracts.assertMatches(ANNOUNCED, begins.text());
        assertThat(begins.text())
                .contains("\"reason\":\"It was agreed.\"")
                .contains("\"code\":\"standard\"")
                .contains("\"rates\":[\"0.18\"]");
        PublishedRecord ends = noticeOf("plan-notice.moving.1.ends-" + today.plusDays(20) + ".par_new");
        assertThat(ends.data().path("retired").asBoolean()).isTrue();
        assertThat(ends.data().path("effectiveFrom").asString())
                .isEqualTo(today.plusDays(21).toString());
        assertThat(ends.data().at("/after/plan/code").asString()).isEqualTo("standard");

        post(
                "/api/commission-plans",
                tierPlan("0.13")
                        .replace("\"strategic\"", "\"channel-active\"")
                        .replace("STRATEGIC\"]", "ACTIVE\"],\"models\":[\"CHANNEL\"]"),
                MAKER);
        LocalDate promoted = today.plusDays(40);
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                "par_rises",
                1,
                "par_rises",
                "{\"partnerId\":\"par_rises\",\"tier\":\"REFERRAL_NETWORK\",\"tiers\":[{\"tier\":\"REFERRAL_NETWORK\"},{\"tier\":\"ACTIVE\",\"effectiveOn\":\"%s\"}],\"model\":\"CHANNEL\",\"version\":1}"
                        .formatted(promoted));
        PublishedRecord tier = noticeOf("plan-notice.channel-active.1.tier-" + promoted + ".par_rises");
        Contracts.assertMatches(ANNOUNCED, tier.text());
        assertThat(tier.data().at("/after/rates").toString()).isEqualTo("[\"0.13\"]");
    }

    @Test
    void other_services_hear_which_plans_there_are_with_their_first_and_last_days() {
        PublishedRecord first = eventOf("commission.plan-published.v1", "plan.standard");
        Contracts.assertMatches("commission.plan-published.v1", first.text());
        assertThat(first.data().path("actor").asString()).isEqualTo("system");

        post(
                "/api/commission-plans",
                """
                {"code":"told","name":"Told","effectiveFrom":"2026-01-01","term":{"type":"FIRST_YEAR"},"holdDays":5,
                 "trigger":{"type":"COMPLETION","netDays":20},"appliesTo":{"partnerIds":["par_b","par_a"]},
                 "rule":{"type":"VOLUME_TIERS","mode":"MARGINAL","bands":[{"from":1,"rate":"0.10"},{"from":4,"rate":"0.15"}]},
                 "cap":{"perDeal":{"amount":"5000.00","currency":"USD"}}}
                """,
                MAKER);
        PublishedRecord published = eventOf("commission.plan-published.v1", "plan.told");
        Contracts.assertMatches("commission.plan-published.v1", published.text());
        assertThat(published.key()).isEqualTo("plan.told");
        assertThat(published.text())
                .contains("\"plan\":{\"code\":\"told\",\"version\":1}")
                .contains("\"appliesTo\":{\"tiers\":[],\"models\":[],\"partnerIds\":[\"par_a\",\"par_b\"]}")
                .contains("\"specificity\":\"PARTNER\",\"rule\":\"VOLUME_TIERS\",\"rates\":[\"0.10\",\"0.15\"]")
                .contains("\"term\":\"FIRST_YEAR\",\"trigger\":\"COMPLETION\",\"netDays\":20,\"holdDays\":5")
                .contains("\"currency\":\"USD\",\"capPerDeal\":{\"amount\":\"5000.00\",\"currency\":\"USD\"}")
                .contains("\"actor\":\"user:fin-1\"");

        assertThat(codes("/api/commission-plans?q=tol")).containsExactly("told");
        assertThat(codes("/api/commission-plans?rule=VOLUME_TIERS&sort=effectiveFrom&order=desc&partnerId=par_a"))
                .containsExactly("told");
        assertThat(codes("/api/commission-plans?inForceOn=2025-12-31")).doesNotContain("told");
        assertThat(service.get("/api/commission-plans/export?q=told").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith(
                        "told,1,Told,2026-01-01,,,,par_a par_b,VOLUME_TIERS,0.10 0.15,FIRST_YEAR,COMPLETION,20,5,USD,5000.00");
        assertThat(service.get("/api/plan-proposals?q=fin-1&kind=PLAN&code=told&order=desc")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(service.get("/api/plan-proposals?q=told&to=2000-01-01")
                        .json()
                        .path("items"))
                .isEmpty();

        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(60);
        assertThat(post("/api/commission-plans/told/retire", retirement(last, null), MAKER)
                        .status())
                .isEqualTo(200);
        PublishedRecord retired = eventOf("commission.plan-retired.v1", "plan.told");
        Contracts.assertMatches("commission.plan-retired.v1", retired.text());
        assertThat(retired.data().path("effectiveTo").asString()).isEqualTo(last.toString());
    }

    private static List<String> codes(String list) {
        return service.get(list)
                .json()
                .path("items")
                .valueStream()
                .map(plan -> plan.path("code").asString())
                .toList();
    }

    private static PublishedRecord eventOf(String type, String subject) {
        return service
                .awaitRecords("commission.events", all -> all.stream().anyMatch(event -> is(event, type, subject)))
                .stream()
                .filter(event -> is(event, type, subject))
                .findFirst()
                .orElseThrow();
    }

    private static boolean is(PublishedRecord event, String type, String subject) {
        return event.type().equals(type) && event.subject().equals(subject);
    }

    private static String retirement(LocalDate on, @Nullable String reason) {
        return "{\"on\":\"%s\"%s}".formatted(on, reason == null ? "" : ",\"noticeReason\":\"" + reason + "\"");
    }

    private static PublishedRecord noticeOf(String id) {
        return service
                .awaitRecords("commission.events", all -> all.stream()
                        .anyMatch(event -> event.subject().equals(id)))
                .stream()
                .filter(event -> event.subject().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<PublishedRecord> announced(int least) {
        return service
                .awaitRecords(
                        "commission.events",
                        all -> all.stream().filter(PlanChangesIT::isNotice).count() >= least)
                .stream()
                .filter(PlanChangesIT::isNotice)
                .toList();
    }

    private static boolean isNotice(PublishedRecord event) {
        return event.type().equals(ANNOUNCED) && event.subject().contains(".strategic.");
    }

    private static String reasoned(String plan) {
        return plan.replaceFirst("\\{", "{\"noticeReason\":\"It was agreed.\",");
    }

    private static Answer version(LocalDate from, @Nullable String reason) {
        return post(
                "/api/commission-plans/strategic/versions",
                """
                {"name":"Strategic","effectiveFrom":"%s","appliesTo":{"tiers":["STRATEGIC"]},
                 "rule":{"type":"PERCENT","rate":"0.12"}%s}
                """
                        .formatted(from, reason == null ? "" : ",\"noticeReason\":\"" + reason + "\""),
                MAKER);
    }

    private static void profile(String partner, String tier) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                partner,
                1,
                partner,
                "{\"partnerId\":\"%s\",\"tier\":\"%s\",\"model\":\"REFERRAL\",\"version\":1}".formatted(partner, tier));
    }

    private static void known(String... partners) {
        PartnerProfiles profiles = service.context().getBean(PartnerProfiles.class);
        await("partners known").until(() -> Stream.of(partners)
                .allMatch(partner -> profiles.find(new PartnerId(partner)).isPresent()));
    }

    private static String proposal(String code) {
        return post("/api/commission-plans", plan(code, "par_" + code, "0.30"), MAKER)
                .json()
                .path("proposalId")
                .asString();
    }

    private static Answer post(String path, String body, String... headers) {
        return service.request("POST", path, body, headers);
    }

    private static String tierPlan(String rate) {
        return """
                {"code":"strategic","noticeReason":"It was agreed.","name":"Strategic","effectiveFrom":"2000-01-01","appliesTo":{"tiers":["STRATEGIC"]},
                 "rule":{"type":"PERCENT","rate":"%s"}}
                """
                .formatted(rate);
    }

    private static String plan(String code, String partner, String rate) {
        return """
                {"code":"%s","name":"Plan","effectiveFrom":"2026-01-01","appliesTo":{"partnerIds":["%s"]},
                 "rule":{"type":"PERCENT","rate":"%s"}}
                """
                .formatted(code, partner, rate);
    }
}
