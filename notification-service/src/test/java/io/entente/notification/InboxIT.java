package io.entente.notification;

import static io.entente.notification.RunningNotifications.SUBMITTED;
import static io.entente.notification.RunningNotifications.awaitInbox;
import static io.entente.notification.RunningNotifications.fields;
import static io.entente.notification.RunningNotifications.partner;
import static io.entente.notification.RunningNotifications.publish;
import static io.entente.notification.RunningNotifications.service;
import static io.entente.notification.RunningNotifications.submitted;
import static io.entente.testkit.security.Callers.asPartner;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The inbox over HTTP. */
@ExtendWith(RunningNotifications.class)
class InboxIT {

    @Test
    void the_pages_of_an_inbox_contain_every_notification_once_and_the_newest_first() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        for (int i = 0; i < 5; i++) {
            publish("referral.events", SUBMITTED, partner, "ref_page_" + i, submitted(partner, "LIVE"));
        }
        awaitInbox(partner, 5);
        List<String> created = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = service()
                    .get("/api/notifications?limit=2&partnerId=%s&cursor=%s".formatted(partner, cursor))
                    .json();
            page.path("items").forEach(item -> {
                assertThat(seen.add(item.path("id").asString())).isTrue();
                created.add(item.path("createdAt").asString());
            });
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
        assertThat(created.stream().map(Instant::parse)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void an_invalid_request_is_refused_with_an_error_for_each_field() {
        assertThat(fields(service().get("/api/notifications"))).containsExactly("partnerId");
        assertThat(fields(service().get("/api/notifications?audience=nobody"))).containsExactly("audience");
        assertThat(fields(service().get("/api/notifications?partnerId=p&cursor=bm9uc2Vuc2U")))
                .containsExactly("cursor");
        assertThat(service().get("/api/notifications/ntf_unknown").status()).isEqualTo(404);
    }

    @Test
    void a_partner_reads_its_own_inbox_only() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        publish("referral.events", SUBMITTED, partner, "ref_own", submitted(partner, "LIVE"));
        awaitInbox(partner, 1);
        String id = service()
                .get("/api/notifications?partnerId=" + partner)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();

        assertThat(status("/api/notifications", partner)).isEqualTo(200);
        assertThat(status("/api/notifications?partnerId=" + partner, "par_other"))
                .isEqualTo(404);
        assertThat(status("/api/notifications?audience=ops", partner)).isEqualTo(404);
        assertThat(status("/api/notifications/" + id, partner)).isEqualTo(200);
        assertThat(status("/api/notifications/" + id, "par_other")).isEqualTo(404);
    }

    private static int status(String path, String partner) {
        return service().request("GET", path, null, asPartner(partner)).status();
    }
}
