package io.entente.notification;

import static io.entente.notification.RunningNotifications.PATIENCE;
import static io.entente.notification.RunningNotifications.SUBMITTED;
import static io.entente.notification.RunningNotifications.awaitInbox;
import static io.entente.notification.RunningNotifications.awaitMails;
import static io.entente.notification.RunningNotifications.awaitState;
import static io.entente.notification.RunningNotifications.partner;
import static io.entente.notification.RunningNotifications.publish;
import static io.entente.notification.RunningNotifications.service;
import static io.entente.notification.RunningNotifications.startMailServer;
import static io.entente.notification.RunningNotifications.stopMailServer;
import static io.entente.notification.RunningNotifications.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Mails are retried while the mail server is down. */
@ExtendWith(RunningNotifications.class)
class MailRetryIT {

    @Test
    void while_the_mail_server_is_down_inboxes_are_filled_and_afterwards_each_mail_is_sent_once() {
        String partner = partner("ja", "Asia/Tokyo");
        stopMailServer();
        String id;
        try {
            id = failedTwice(partner);
        } finally {
            startMailServer();
        }

        JsonNode log = awaitState(id, "SENT");
        List<String> outcomes = new ArrayList<>();
        log.path("attempts")
                .forEach(attempt -> outcomes.add(attempt.path("outcome").asString()));
        assertThat(outcomes).endsWith("SENT").filteredOn("SENT"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("FAILED"::equals).hasSize(outcomes.size() - 1);
        assertThat(awaitMails(partner, 1)).hasSize(1);
        assertThat(log.has("nextAttemptAt")).isFalse();
        assertThat(deliveries(id))
                .extracting(
                        delivery -> delivery.path("channel").asString(),
                        delivery -> delivery.path("referralId").asString(),
                        delivery -> delivery.path("attempts").asInt(0))
                .containsExactly(
                        tuple("INBOX", partner + "_ref_away", 0),
                        tuple("EMAIL", partner + "_ref_away", outcomes.size()));
    }

    /** What was published of the two channels of a notification, in order. */
    private static List<JsonNode> deliveries(String notificationId) {
        List<PublishedRecord> records = of(
                notificationId,
                service()
                        .awaitRecords(
                                "notification.events",
                                published -> of(notificationId, published).size() == 2));
        records.forEach(record -> Contracts.assertMatches(record.type(), record.text()));
        return records.stream().map(PublishedRecord::data).toList();
    }

    private static List<PublishedRecord> of(String notificationId, List<PublishedRecord> records) {
        return records.stream()
                .filter(record -> record.envelope().subject().equals(notificationId))
                .toList();
    }

    /** Publishes an event while the mail server is down, and returns the id of its notification after two failed attempts. */
    private static String failedTwice(String partner) {
        publish("referral.events", SUBMITTED, partner, "ref_away", submitted(partner, "LIVE"));
        JsonNode item = awaitInbox(partner, 1).get(0);
        String id = item.path("id").asString();
        Awaitility.await("two attempts without a server")
                .atMost(PATIENCE)
                .until(() -> service()
                                .get("/api/notifications/" + id)
                                .json()
                                .path("attempts")
                                .size()
                        >= 2);
        assertThat(service()
                        .get("/api/notifications/" + id)
                        .json()
                        .path("channels")
                        .toString())
                .contains("\"INBOX\",\"state\":\"DELIVERED\"", "\"EMAIL\",\"state\":\"PENDING\"");
        assertThat(service().get("/actuator/health").body()).doesNotContainIgnoringCase("mail");
        assertThat(service().get("/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
        Awaitility.await("the backlog is reported")
                .atMost(PATIENCE)
                .until(
                        () -> service().get("/actuator/prometheus").body(),
                        text -> text.contains("entente_notifications_pending 1.0"));
        return id;
    }
}
