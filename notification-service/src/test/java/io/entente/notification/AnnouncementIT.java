package io.entente.notification;

import static io.entente.notification.RunningNotifications.ACCRUED;
import static io.entente.notification.RunningNotifications.BREACHED;
import static io.entente.notification.RunningNotifications.PATIENCE;
import static io.entente.notification.RunningNotifications.SUBMITTED;
import static io.entente.notification.RunningNotifications.address;
import static io.entente.notification.RunningNotifications.audiences;
import static io.entente.notification.RunningNotifications.awaitInbox;
import static io.entente.notification.RunningNotifications.awaitMails;
import static io.entente.notification.RunningNotifications.awaitState;
import static io.entente.notification.RunningNotifications.breached;
import static io.entente.notification.RunningNotifications.commission;
import static io.entente.notification.RunningNotifications.inbox;
import static io.entente.notification.RunningNotifications.mailsTo;
import static io.entente.notification.RunningNotifications.partner;
import static io.entente.notification.RunningNotifications.publish;
import static io.entente.notification.RunningNotifications.sample;
import static io.entente.notification.RunningNotifications.service;
import static io.entente.notification.RunningNotifications.submitted;
import static io.entente.notification.RunningNotifications.teamInbox;
import static io.entente.notification.RunningNotifications.typesIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.notification.messages.stream.AnnouncedTypes;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An event on Kafka leads to notifications in the inboxes of its audiences, and to mails on an SMTP server. */
@ExtendWith(RunningNotifications.class)
class AnnouncementIT {

    @Test
    void a_commission_reaches_the_inbox_and_the_first_contact_in_the_partners_language() throws Exception {
        String partner = partner("de", "Europe/Berlin");
        publish("commission.events", ACCRUED, partner, "com_de", commission(partner, "LIVE"));

        JsonNode item = awaitInbox(partner, 1).get(0);
        assertThat(item.path("eventType").asString()).isEqualTo(ACCRUED);
        assertThat(item.path("locale").asString()).isEqualTo("de");
        assertThat(item.path("subject").asString()).isEqualTo("Ihre Provision für Brightwater Logistics: 105,40 $");
        assertThat(item.path("body").asString()).contains("einen Wert von 1.054,00 $", "10 %");

        MimeMessage sent = awaitMails(partner, 1).get(0);
        assertThat(sent.getSubject()).isEqualTo(item.path("subject").asString());
        assertThat(sent.getFrom()[0].toString()).isEqualTo("partners@firm.example");
        assertThat(sent.getContent().toString().replace("\r\n", "\n"))
                .startsWith("Guten Tag Jörg Müller,\n\n" + item.path("body").asString());
        assertThat(sent.getMessageID()).isEqualTo("<" + item.path("id").asString() + "@firm.example>");
        assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(sent.getContentType()).containsIgnoringCase("charset=UTF-8");
        assertThat(sent.getAllRecipients()).hasSize(1);

        JsonNode log = awaitState(item.path("id").asString(), "SENT");
        assertThat(log.path("attempts")).hasSize(1);
        assertThat(log.path("attempts").get(0).path("outcome").asString()).isEqualTo("SENT");
        assertThat(log.toString()).doesNotContain(address(partner));
    }

    @Test
    void an_event_that_is_delivered_ten_times_leads_to_one_notification_and_one_mail() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        for (int i = 0; i < 10; i++) {
            publish("referral.events", SUBMITTED, partner, "ref_ten", submitted(partner, "LIVE"));
        }
        publish("referral.events", SUBMITTED, partner, "ref_after", submitted(partner, "LIVE"));

        // The last event shows that the ten deliveries before it have been handled.
        assertThat(awaitInbox(partner, 2)).hasSize(2);
        assertThat(awaitMails(partner, 2)).hasSize(2);
    }

    @Test
    void every_event_is_announced_once_to_the_configured_audiences_even_if_it_is_delivered_twice() {
        String partner = partner("pt-BR", "America/Sao_Paulo");
        Map<String, Set<String>> exceptions = audiences();
        List<String> types = AnnouncedTypes.sorted();
        for (int times = 0; times < 2; times++) {
            for (String type : types) {
                String topic = type.substring(0, type.indexOf('.')) + ".events";
                publish(topic, type, partner, "all_" + type, sample(type, partner));
            }
        }
        publish("referral.events", SUBMITTED, partner, "ref_last", submitted(partner, "LIVE"));
        publish("commission.events", ACCRUED, partner, "com_last", commission(partner, "LIVE"));

        // The clocks and the step of the samples aren't this partner's, so it is notified only of a new due date.
        List<String> toPartner = new ArrayList<>(types);
        toPartner.removeIf(type -> (type.contains(".sla-") && !type.equals("referral.sla-moved.v1"))
                || type.equals("partner.onboarding-step-overdue.v1")
                || !audienceOf(type, exceptions).contains("partner"));
        toPartner.addAll(List.of(SUBMITTED, ACCRUED));
        assertThat(typesIn(awaitInbox(partner, toPartner.size()))).containsExactlyInAnyOrderElementsOf(toPartner);
        for (String team : List.of("ops", "finance")) {
            assertThat(typesIn(teamInbox(team, partner)))
                    .containsExactlyInAnyOrderElementsOf(types.stream()
                            .filter(type -> audienceOf(type, exceptions).contains(team))
                            // The sample is a decision of a plan, and teams are notified only of gaps in plans.
                            .filter(type -> !type.equals("commission.no-commission-due.v1"))
                            .toList())
                    .isNotEmpty();
        }
        assertThat(awaitMails(partner, toPartner.size())).hasSize(toPartner.size());
        Awaitility.await("the mails to the teams are sent, too")
                .atMost(PATIENCE)
                .until(() ->
                        service().get("/actuator/prometheus").body().contains("entente_notifications_pending 0.0"));
    }

    @Test
    void ops_is_notified_of_every_missed_promise_and_the_partner_only_of_its_own() throws Exception {
        String partner = partner("de", "Europe/Berlin");
        publish(
                "referral.events",
                BREACHED,
                partner,
                "sla_firm",
                ofClient("Elm Street Dental", breached(partner, "NEXT_UPDATE")));
        publish(
                "referral.events",
                BREACHED,
                partner,
                "sla_partner",
                ofClient("Elm Street Dental", breached(partner, "PARTNER_FOLLOW_UP")));

        JsonNode item = awaitInbox(partner, 1).get(0);
        assertThat(inbox(partner)).hasSize(1);
        assertThat(item.path("subject").asString()).isEqualTo("Überfällig: Ihre Nachricht zu Elm Street Dental");
        assertThat(item.path("audience").asString()).isEqualTo("partner");
        List<JsonNode> ops = Awaitility.await("both notifications of ops")
                .atMost(PATIENCE)
                .until(() -> teamInbox("ops", partner), found -> found.size() == 2);
        assertThat(ops).allSatisfy(toTeam -> {
            assertThat(toTeam.path("audience").asString()).isEqualTo("ops");
            assertThat(toTeam.path("locale").asString()).isEqualTo("en");
        });
        JsonNode log = Awaitility.await("mails to both addresses")
                .atMost(PATIENCE)
                .until(
                        () -> service()
                                .get("/api/notifications/"
                                        + ops.get(0).path("id").asString())
                                .json(),
                        found -> found.path("attempts").size() == 2);
        assertThat(log.path("channels").toString()).containsSubsequence("INBOX", "EMAIL", "SENT", "EMAIL", "SENT");
        assertThat(log.toString()).doesNotContain("@firm.example");
        for (String address : List.of("ops@firm.example", "duty@firm.example")) {
            List<String> subjects = new ArrayList<>();
            for (MimeMessage sent : mailsTo(address)) {
                subjects.add(sent.getSubject());
            }
            assertThat(subjects)
                    .containsOnlyOnce(
                            "Overdue: The follow-up by the partner, Elm Street Dental (Harbour Pine Advisory)");
        }
    }

    @Test
    void imported_and_replayed_events_notify_nobody() {
        String partner = partner("en", "Asia/Kuala_Lumpur");
        publish("referral.events", SUBMITTED, partner, "ref_import", submitted(partner, "IMPORT"));
        publish("referral.events", SUBMITTED, partner, "ref_replay", submitted(partner, "REPLAY"));
        publish("referral.events", SUBMITTED, partner, "ref_live", submitted(partner, "LIVE"));

        // The live event comes last on its partition, so the other two have been handled by then.
        assertThat(awaitInbox(partner, 1)).hasSize(1);
        assertThat(awaitMails(partner, 1)).hasSize(1);
    }

    private static Set<String> audienceOf(String type, Map<String, Set<String>> exceptions) {
        return exceptions.getOrDefault(type, Set.of("partner"));
    }

    /** A client that no other test names, since all of them send mails to the same team. */
    private static String ofClient(String organisation, String breached) {
        return breached.replace("Sunfield Clinics", organisation);
    }
}
