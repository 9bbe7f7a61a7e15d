package io.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.RunningService;
import io.entente.testkit.security.AccessMatrix;
import io.entente.testkit.security.TenantMatrix;
import io.entente.testkit.security.TestTokens;
import java.time.Duration;
import org.awaitility.Awaitility;
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
        assertThat(AccessMatrix.of(service, "notification-service").check()).isEqualTo(12 * CALLERS);
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
    void a_partners_inbox_is_for_members_who_see_all_referrals() {
        service.publishSample("partner.members.v1");
        String partner = "01K1A7Q2M8V4R6T9W3X5Y7Z0BC";

        Awaitility.await()
                .until(() ->
                        service.as(TOKENS.partner(partner, "u-5")).get(INBOX).status() == 403);
        assertThat(service.as(TOKENS.partner(partner, "u-4")).get(INBOX).status())
                .isEqualTo(200);
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
