package io.entente.notification;

import static io.entente.notification.RunningNotifications.PATIENCE;
import static io.entente.notification.RunningNotifications.SUBMITTED;
import static io.entente.notification.RunningNotifications.awaitInbox;
import static io.entente.notification.RunningNotifications.handledDuplicates;
import static io.entente.notification.RunningNotifications.inbox;
import static io.entente.notification.RunningNotifications.newPartnerId;
import static io.entente.notification.RunningNotifications.profile;
import static io.entente.notification.RunningNotifications.publish;
import static io.entente.notification.RunningNotifications.service;
import static io.entente.notification.RunningNotifications.stored;
import static io.entente.notification.RunningNotifications.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recipients follow the partner profiles. */
@ExtendWith(RunningNotifications.class)
class RecipientIT {

    @Test
    void an_event_that_arrives_before_the_profile_of_its_partner_waits_for_the_profile() {
        String partner = newPartnerId();
        publish("referral.events", SUBMITTED, partner, "ref_late", submitted(partner, "LIVE"));
        Awaitility.await("the event is retried").atMost(PATIENCE).until(() -> RecipientLookups.of(partner) >= 2);
        assertThat(inbox(partner)).isEmpty();

        profile(partner, 1, "en", "Asia/Kuala_Lumpur");
        assertThat(awaitInbox(partner, 1)).hasSize(1);
    }

    @Test
    void an_older_profile_changes_nothing_and_a_tombstone_erases_the_recipient() {
        String partner = newPartnerId();
        profile(partner, 3, "pt-BR", "America/Sao_Paulo");
        profile(partner, 2, "de", "Europe/Berlin");
        profile(partner, 4, "es", "Europe/Madrid");
        Awaitility.await("the newest profile is stored")
                .atMost(PATIENCE)
                .until(() -> stored(partner), found -> found != null && found.getLong("version") == 4);
        double before = handledDuplicates();
        profile(partner, 2, "de", "Europe/Berlin");
        Awaitility.await("the older profile is handled").atMost(PATIENCE).until(() -> handledDuplicates() > before);
        publish("referral.events", SUBMITTED, partner, "ref_profile", submitted(partner, "LIVE"));
        assertThat(awaitInbox(partner, 1).get(0).path("locale").asString()).isEqualTo("es");

        assertThat(stored(partner).toJson())
                .as("names and addresses are encrypted")
                .doesNotContain("@");

        service().publish("partner.profiles", "partner.profile.v1", partner, 5, partner, null);
        Awaitility.await("the recipient is erased")
                .atMost(PATIENCE)
                .until(() -> stored(partner), found -> !found.containsKey("contacts"));
        assertThat(stored(partner)).doesNotContainKeys("name", "team");
        Awaitility.await("the texts of its messages are erased")
                .atMost(PATIENCE)
                .until(() -> awaitInbox(partner, 1).get(0).path("body").asString(), "erased"::equals);
        publish("referral.events", SUBMITTED, partner, "ref_after", submitted(partner, "LIVE"));
        String other = newPartnerId();
        profile(other, 1, "en", "Asia/Kuala_Lumpur");
        publish("referral.events", SUBMITTED, other, "ref_other", submitted(other, "LIVE"));
        assertThat(awaitInbox(other, 1)).hasSize(1);
        assertThat(inbox(partner))
                .as("nothing is written about an erased partner")
                .hasSize(1);
    }
}
