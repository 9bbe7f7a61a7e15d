package io.entente.notification;

import static io.entente.notification.RunningNotifications.ACCRUED;
import static io.entente.notification.RunningNotifications.BREACHED;
import static io.entente.notification.RunningNotifications.SUBMITTED;
import static io.entente.notification.RunningNotifications.awaitInbox;
import static io.entente.notification.RunningNotifications.awaitState;
import static io.entente.notification.RunningNotifications.breached;
import static io.entente.notification.RunningNotifications.commission;
import static io.entente.notification.RunningNotifications.partner;
import static io.entente.notification.RunningNotifications.publish;
import static io.entente.notification.RunningNotifications.service;
import static io.entente.notification.RunningNotifications.submitted;
import static io.entente.notification.RunningNotifications.typesIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Filters, sorts and exports notifications over HTTP. */
@ExtendWith(RunningNotifications.class)
class InboxListIT {

    private static String partner;
    private static List<JsonNode> inbox;

    @BeforeAll
    static void fillAnInbox() {
        partner = partner("en", "Asia/Kuala_Lumpur");
        publish("referral.events", SUBMITTED, partner, "ref_list", submitted(partner, "LIVE"));
        awaitInbox(partner, 1);
        publish("commission.events", ACCRUED, partner, "com_list", commission(partner, "LIVE"));
        awaitInbox(partner, 2);
        publish("referral.events", BREACHED, partner, "sla_list", breached(partner, "PARTNER_FOLLOW_UP"));
        inbox = awaitInbox(partner, 3);
        inbox.forEach(item -> awaitState(item.path("id").asString(), "SENT"));
        Awaitility.await("the team's notification")
                .atMost(RunningNotifications.PATIENCE)
                .until(() -> !items("?audience=ops&partnerId=" + partner).isEmpty());
    }

    @Test
    void notifications_are_selected_by_type_channel_state_and_period_and_sorted_in_both_directions() {
        assertThat(typesIn(own("&type=" + ACCRUED))).containsExactly(ACCRUED);
        assertThat(typesIn(own("&channel=EMAIL&state=SENT"))).containsExactly(BREACHED, ACCRUED, SUBMITTED);
        assertThat(own("&state=FAILED")).isEmpty();
        assertThat(typesIn(own("&channel=INBOX&state=DELIVERED&order=asc")))
                .containsExactly(SUBMITTED, ACCRUED, BREACHED);
        String second = inbox.get(1).path("createdAt").asString();
        assertThat(typesIn(own("&to=" + second))).containsExactly(SUBMITTED);
        assertThat(typesIn(own("&order=asc&from=" + second))).containsExactly(ACCRUED, BREACHED);
    }

    @Test
    void pages_in_ascending_order_have_every_notification_once() {
        List<JsonNode> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service()
                    .get("/api/notifications?limit=1&order=asc&partnerId=" + partner + "&cursor=" + cursor)
                    .json();
            page.path("items").forEach(read::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(typesIn(read)).containsExactly(SUBMITTED, ACCRUED, BREACHED);
    }

    @Test
    void the_firm_lists_the_inboxes_of_all_partners() {
        for (String filter : List.of("", "&type=" + BREACHED, "&state=SENT", "&type=" + BREACHED + "&state=SENT")) {
            assertThat(ids(items("?audience=partner&limit=200" + filter)))
                    .as(filter)
                    .contains(inbox.get(0).path("id").asString());
        }
        assertThat(items("?audience=partner&limit=200"))
                .allMatch(item -> item.path("audience").asString().equals("partner"));
    }

    @Test
    void an_inbox_of_the_firm_is_filtered_by_the_partner_that_its_notifications_are_about() {
        assertThat(typesIn(items("?audience=ops&partnerId=" + partner))).containsExactly(BREACHED);
        assertThat(items("?audience=ops&partnerId=par_unknown")).isEmpty();
    }

    @Test
    void the_list_is_exported_as_csv_with_its_filter_and_without_an_address() {
        String csv = service()
                .get("/api/notifications/export?partnerId=" + partner + "&state=SENT&order=asc")
                .body();

        assertThat(csv.split("\r\n"))
                .hasSize(4)
                .satisfies(rows -> assertThat(rows[0])
                        .isEqualTo("notificationId,createdAt,audience,partnerId,eventType,eventId,locale,subject,email,"
                                + "attempts,lastAttemptAt,nextAttemptAt,lastError"))
                .satisfies(rows -> assertThat(rows[1]).contains("," + SUBMITTED + ",", ",SENT,1,"))
                .satisfies(rows -> assertThat(rows[3]).contains("," + BREACHED + ",", ",SENT,1,"));
        assertThat(csv).doesNotContain("@");
        assertThat(service()
                        .get("/api/notifications/export?audience=ops&partnerId=" + partner)
                        .body()
                        .split("\r\n"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?partnerId=p&type=referral.unknown.v1               | type",
                "?partnerId=p&type=                                  | type",
                "?partnerId=p&state=LOST                             | state",
                "?partnerId=p&channel=INBOX&state=SENT               | state",
                "?partnerId=p&channel=EMAIL&state=DELIVERED          | state",
                "?audience=ops&state=FAILED                          | state",
                "?audience=ops&channel=EMAIL                         | channel",
                "?partnerId=p&order=newest                           | order",
                "?partnerId=p&from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z | from",
                "?partnerId=p&sort=createdAt                         | sort",
                "/export?partnerId=p&limit=5                         | limit",
                "/export?order=up                                    | partnerId order"
            })
    void a_filter_that_selects_nothing_on_purpose_is_refused(String query, String bad) {
        Answer refused = service().get("/api/notifications" + query);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(StreamSupport.stream(refused.json().path("errors").spliterator(), false)
                        .map(error -> error.path("field").asString()))
                .containsExactly(bad.split(" "));
    }

    private static List<JsonNode> own(String query) {
        return items("?partnerId=" + partner + query);
    }

    private static List<JsonNode> items(String query) {
        Answer found = service().get("/api/notifications" + query);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return StreamSupport.stream(found.json().path("items").spliterator(), false)
                .toList();
    }

    private static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asString()).toList();
    }
}
