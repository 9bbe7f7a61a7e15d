package io.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.AccessMatrix;
import io.entente.testkit.security.TenantMatrix;
import io.entente.testkit.security.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The service with sign-in: each operation as each caller, a partner that looks for another one's inbox, and the firm's inboxes. */
class SignInIT {

    private static final int CALLERS = 19;
    private static final String INBOX = "/api/notifications";
    private static final TestTokens TOKENS = TestTokens.shared();

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                NotificationServiceApplication.service(), "--entente.notification.teams.legal.locale=en");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_operation_answers_each_caller_as_the_table_says() {
        assertThat(AccessMatrix.of(service, "notification-service").check()).isEqualTo(19 * CALLERS);
    }

    @Test
    void a_partner_finds_nothing_of_another_one() {
        announce(RunningNotifications.SUBMITTED, "par_own");
        announce(RunningNotifications.SUBMITTED, "par_harbour");
        String id = first(TOKENS.ops(), "?partnerId=par_harbour");

        int refusals = TenantMatrix.of(service, "notification-service", "par_own", "par_harbour")
                .resource("/api/notifications/{id}", INBOX + "/" + id)
                .hidden("par_harbour")
                .check();

        assertThat(refusals).isEqualTo(5);
        assertThat(items(service.as(TOKENS.partner("par_own")).get(INBOX))).isEqualTo(1);
        assertThat(service.as(TOKENS.partner("par_own"))
                        .get(INBOX + "?audience=ops")
                        .status())
                .isEqualTo(404);
        assertThat(service.as(TOKENS.finance()).get(INBOX).status()).isEqualTo(400);
    }

    @Test
    void a_member_sees_in_the_inbox_what_it_may_see_elsewhere() {
        String partner = "par_sight";
        announce(RunningNotifications.SUBMITTED, partner);
        publish(RunningNotifications.SUBMITTED, "ref_ana", "ref_ana", "partner:par_sight/ana");
        publish(RunningNotifications.SUBMITTED, "ref_ben", "ref_ben", "partner:par_sight/ben");
        publish("referral.deal-closed.v1", "deal_ben", "ref_ben", "user:ops-1");
        publish("commission.commission-accrued.v1", "com_ana", "ref_ana", "system");
        publish("partner.agreement-signed.v1", "agr_1", "ref_ana", "system");
        service.publish(
                "partner.members",
                "partner.members.v1",
                partner,
                2,
                partner,
                """
                {"partnerId":"par_sight","members":[
                  {"actor":"partner:par_sight/ana","rights":["SEE_ALL_REFERRALS","SEE_COMMISSIONS"]},
                  {"actor":"partner:par_sight/ben","rights":["SUBMIT_REFERRALS"]},
                  {"actor":"partner:par_sight/cai","rights":["SEE_ALL_REFERRALS"]},
                  {"actor":"partner:par_sight/dee","rights":["SEE_COMMISSIONS"]},
                  {"actor":"partner:par_sight/eli","rights":["ACCEPT_AGREEMENT"]}],
                 "version":2,"updatedAt":"2026-02-02T01:00:00Z"}""");
        Awaitility.await("everything")
                .atMost(Duration.ofSeconds(30))
                .until(() -> types("ana").size() == 6 && types("ben").size() == 2);

        String deal = "referral.deal-closed.v1";
        String money = "commission.commission-accrued.v1";
        String agreed = "partner.agreement-signed.v1";
        String submitted = RunningNotifications.SUBMITTED;
        assertThat(types("ana")).containsExactlyInAnyOrder(submitted, submitted, submitted, deal, money, agreed);
        assertThat(types("ben")).containsExactlyInAnyOrder(submitted, deal);
        assertThat(types("cai")).containsExactlyInAnyOrder(submitted, submitted, submitted, deal);
        assertThat(types("dee")).containsExactlyInAnyOrder(money, agreed);
        assertThat(types("eli")).containsExactly(agreed);
        assertThat(types("ben", "&type=" + money)).isEmpty();
        for (JsonNode item : inbox("ana", "")) {
            String path = INBOX + "/" + item.path("id").asString();
            boolean isMoney =
                    Set.of(money, agreed).contains(item.path("eventType").asString());
            assertThat(member("cai").get(path).status()).isEqualTo(isMoney ? 404 : 200);
            assertThat(member("dee").get(path).status()).isEqualTo(isMoney ? 200 : 404);
        }
        String bens = inbox("ben", "").get(0).path("id").asString();
        assertThat(member("ben").get(INBOX + "/" + bens).status()).isEqualTo(200);
        assertThat(member("dee").get(INBOX + "/export").body().lines()).hasSize(3);
        JsonNode page = member("ana").get(INBOX + "?limit=1").json();
        assertThat(member("dee")
                        .get(INBOX + "?cursor=" + page.path("next").asString())
                        .body())
                .as("with the cursor of another member")
                .doesNotContain("referral.");
    }

    @Test
    void the_texts_of_messages_about_a_referral_are_erased_and_the_messages_stay() {
        announce(RunningNotifications.SUBMITTED, "par_erase");
        String declined = RunningNotifications.sample("referral.referral-declined.v1", "par_erase")
                .replaceAll("\"reason\"\\s*:\\s*\"[^\"]*\"", "\"reason\":\"Ottilie Farwhistle has no budget\"");
        service.publish("referral.events", "referral.referral-declined.v1", "ref_named", 1, "par_erase", declined);
        String type = "?partnerId=par_erase&type=referral.referral-declined.v1";
        String id = Awaitility.await("the message")
                .atMost(Duration.ofSeconds(30))
                .until(() -> first(TOKENS.ops(), type), found -> !found.isEmpty());
        assertThat(service.as(TOKENS.ops()).get(INBOX + "/" + id).body()).contains("Ottilie Farwhistle");

        Answer asked = service.as(TOKENS.person("adm-1", "ADMIN"))
                .post("/api/erasures", "{\"owner\":\"ref_named\",\"reason\":\"Asked for.\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        Answer approved = service.as(TOKENS.person("adm-2", "ADMIN")).post("/api/erasures/ref_named/approve", "");

        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        JsonNode left = service.as(TOKENS.ops()).get(INBOX + "/" + id).json();
        assertThat(left.path("body").asString()).isEqualTo("erased");
        assertThat(left.path("eventType").asString()).isEqualTo("referral.referral-declined.v1");
        assertThat(service.mongo().findAll(Document.class, "notifications").toString())
                .doesNotContain("Farwhistle");
        assertThat(service.as(TOKENS.person("adm-1", "ADMIN"))
                        .post("/api/erasures", "{\"owner\":\"ref_unknown\",\"reason\":\"Asked for.\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_texts_of_messages_to_a_partner_and_about_it_are_erased_for_a_person_who_is_named_in_them() {
        announce(RunningNotifications.SUBMITTED, "par_people");
        String paused = RunningNotifications.sample("partner.partner-paused.v1", "par_people")
                .replaceAll("\"reason\"\\s*:\\s*\"[^\"]*\"", "\"reason\":\"Wilhelmina Oakhurst is away\"");
        service.publish("partner.events", "partner.partner-paused.v1", "par_people", 1, "par_people", paused);
        Awaitility.await("the messages").atMost(Duration.ofSeconds(30)).until(() -> stored().contains("Oakhurst"));

        service.as(TOKENS.person("adm-1", "ADMIN"))
                .post("/api/erasures", "{\"owner\":\"par_people\",\"reason\":\"Wilhelmina Oakhurst asked.\"}");
        Answer approved = service.as(TOKENS.person("adm-2", "ADMIN")).post("/api/erasures/par_people/approve", "");

        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(stored() + service.mongo().findAll(Document.class, "erasures"))
                .doesNotContain("Oakhurst");
    }

    private static String stored() {
        return service.mongo().findAll(Document.class, "notifications").toString();
    }

    private static void publish(String type, String subject, String referral, String actor) {
        String data = RunningNotifications.sample(type, "par_sight")
                .replaceAll("\"referralId\"\\s*:\\s*\"[^\"]*\"", "\"referralId\":\"" + referral + "\"")
                .replaceAll("\"actor\"\\s*:\\s*\"[^\"]*\"", "\"actor\":\"" + actor + "\"");
        String topic = type.substring(0, type.indexOf('.')) + ".events";
        service.publish(topic, type, subject, 1, "par_sight", data);
    }

    private static RunningService.Client member(String person) {
        return service.as(TOKENS.partner("par_sight", person));
    }

    private static List<JsonNode> inbox(String person, String more) {
        return member(person)
                .get(INBOX + "?limit=200" + more)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> types(String person, String... more) {
        return inbox(person, String.join("", more)).stream()
                .map(item -> item.path("eventType").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ops, OPS, 200",
        "ops, FINANCE, 403",
        "ops, ADMIN, 403",
        "finance, FINANCE, 200",
        "finance, OPS, 403",
        "legal, OPS, 200",
        "legal, FINANCE, 403",
        "user:u-17, OPS, 200",
        "user:u-17, PARTNER_MANAGER, 403"
    })
    void an_inbox_of_the_firm_needs_a_role(String audience, String role, int status) {
        assertThat(service.as(TOKENS.person("u-18", role))
                        .get(INBOX + "?audience=" + audience)
                        .status())
                .isEqualTo(status);
        assertThat(service.as(TOKENS.client("relay", "notifications.read"))
                        .get(INBOX + "?audience=" + audience)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_person_reads_its_own_inbox_and_a_notification_of_another_team_is_not_there() {
        announce(RunningNotifications.BREACHED, "par_late");
        String id = Awaitility.await("the team's inbox")
                .atMost(Duration.ofSeconds(30))
                .until(() -> first(TOKENS.ops(), "?audience=ops"), found -> !found.isEmpty());

        assertThat(service.as(TOKENS.person("u-17", "PARTNER_MANAGER"))
                        .get(INBOX + "?audience=user:u-17")
                        .status())
                .isEqualTo(200);
        assertThat(service.as(TOKENS.ops()).get(INBOX + "/" + id).status()).isEqualTo(200);
        assertThat(service.as(TOKENS.finance()).get(INBOX + "/" + id).status()).isEqualTo(404);
        assertThat(service.as(TOKENS.partner("par_late")).get(INBOX + "/" + id).status())
                .isEqualTo(404);
    }

    private static void announce(String type, String partner) {
        service.publish(
                "partner.profiles",
                "partner.profile.v1",
                partner,
                1,
                partner,
                RunningNotifications.sample("partner.profile.v1", partner));
        service.publish(
                "referral.events", type, partner + "_" + type, 1, partner, RunningNotifications.sample(type, partner));
        if (type.equals(RunningNotifications.SUBMITTED)) {
            Awaitility.await("the inbox of " + partner)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !first(TOKENS.ops(), "?partnerId=" + partner).isEmpty());
        }
    }

    private static String first(String token, String query) {
        JsonNode items = service.as(token).get(INBOX + query).json().path("items");
        return items.path(0).path("id").asString("");
    }

    private static int items(Answer answer) {
        return answer.json().path("items").size();
    }
}
