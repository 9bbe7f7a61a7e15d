package io.entente.notification;

import static io.entente.notification.RunningNotifications.PATIENCE;
import static io.entente.notification.RunningNotifications.SUBMITTED;
import static io.entente.notification.RunningNotifications.awaitInbox;
import static io.entente.notification.RunningNotifications.fields;
import static io.entente.notification.RunningNotifications.partner;
import static io.entente.notification.RunningNotifications.publish;
import static io.entente.notification.RunningNotifications.service;
import static io.entente.notification.RunningNotifications.submitted;
import static io.entente.testkit.security.Callers.asFinance;
import static io.entente.testkit.security.Callers.asPartner;
import static io.entente.testkit.security.Callers.asPartnerManager;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.secrets.MessageSeal;
import io.entente.platform.secrets.tink.Keysets;
import io.entente.testkit.Contracts;
import io.entente.testkit.security.TestKeyset;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
    void a_mail_to_somebody_outside_the_program_is_sent_once_and_leaves_neither_address_nor_link() throws Exception {
        MessageSeal seal = new MessageSeal(Keysets.read(TestKeyset.json()));
        String partner = RunningNotifications.newPartnerId();
        String sealed = seal.seal("oms_it_1", "tove@outside.example\nhttps://firm.example/r/rrq_1.planted-secret");
        ObjectNode event = ((ObjectNode)
                        JsonMapper.shared().readTree(Contracts.sample("partner.outside-message-requested.v1")))
                .put("partnerId", partner)
                .put("messageId", "oms_it_1")
                .put("sealed", sealed)
                .put("partnerName", "Quay & Lake")
                .put("expiresAt", Instant.now().plusSeconds(86_400).toString());
        publish("partner.events", "partner.outside-message-requested.v1", partner, "rrq_1", event.toString());
        publish("partner.events", "partner.outside-message-requested.v1", partner, "rrq_1", event.toString());
        List<MimeMessage> mails = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> RunningNotifications.mailsTo("tove@outside.example"), found -> !found.isEmpty());

        assertThat(mails.get(0).getSubject()).isEqualTo("Ihre Erfahrung mit Quay & Lake");
        assertThat((String) mails.get(0).getContent()).contains("https://firm.example/r/rrq_1.planted-secret");
        String list = "/api/notifications?audience=outside&channel=EMAIL&state=SENT&partnerId=" + partner;
        JsonNode listed = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> service().get(list).json().path("items"), items -> items.size() == 1);
        assertThat(listed.get(0).path("body").asString()).contains("[link]");
        assertThat(service()
                        .mongo()
                        .getCollection("notifications")
                        .find()
                        .into(new ArrayList<>())
                        .toString())
                .contains("oms_it_1")
                .doesNotContain("planted-secret", "tove@", sealed);
        assertThat(service().request("GET", list, null, asPartnerManager("u-1")).status())
                .isEqualTo(200);
        assertThat(service().request("GET", list, null, asFinance("f-1")).status())
                .isEqualTo(403);
        assertThat(RunningNotifications.mailsTo("tove@outside.example")).hasSize(1);
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
