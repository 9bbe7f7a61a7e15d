package io.entente.partner.applications;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.outside.OutsideMessage;
import io.entente.partner.outside.OutsideMessageKind;
import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.links.OneTimeLink;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerApplicationTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofHours(72));
    private static final Instant LATER = START.plus(Duration.ofDays(365));
    private static final OneTimeLink LINK = OneTimeLink.to("app_9", new SecureRandom());
    private static final ApplicationForm FORM = new ApplicationForm(
            new RegisterPartner(
                    "Quay & Lake",
                    PartnershipModel.REFERRAL,
                    Tier.REFERRAL_NETWORK,
                    "PT",
                    ZoneId.of("Europe/Lisbon"),
                    "pt",
                    List.of(new Contact("Inês", "ines@quay.example", "Sócia"))),
            7,
            null);

    @Test
    void each_command_in_each_state_leads_to_the_state_of_the_table() {
        Map<ApplicationState, PartnerApplication> in = new EnumMap<>(ApplicationState.class);
        PartnerApplication submitted = submitted();
        PartnerApplication confirmed = confirm(submitted, START);
        in.put(ApplicationState.UNCONFIRMED, submitted);
        in.put(ApplicationState.CONFIRMED, confirmed);
        in.put(ApplicationState.REGISTERED, confirmed.registered(2).state());
        in.put(ApplicationState.ENDED, submitted.end(LATER, UNTIL).state());

        in.forEach((state, application) -> assertThat(application.state()).isEqualTo(state));
        // confirm in time, confirm late, registered, end in time, end late
        String[][] table = {
            {"UNCONFIRMED", "CONFIRMED", "refused", "UNCONFIRMED", "UNCONFIRMED", "ENDED"},
            {"CONFIRMED", "CONFIRMED", "CONFIRMED", "REGISTERED", "CONFIRMED", "CONFIRMED"},
            {"REGISTERED", "REGISTERED", "REGISTERED", "REGISTERED", "REGISTERED", "REGISTERED"},
            {"ENDED", "refused", "refused", "ENDED", "ENDED", "ENDED"},
        };
        for (String[] row : table) {
            PartnerApplication from = in.get(ApplicationState.valueOf(row[0]));
            assertThat(List.of(
                            confirmed(from, UNTIL.minusMillis(1)),
                            confirmed(from, UNTIL),
                            from.registered(0).state().state().name(),
                            from.end(LATER, UNTIL.minusMillis(1))
                                    .state()
                                    .state()
                                    .name(),
                            from.end(LATER, UNTIL).state().state().name()))
                    .as(row[0])
                    .containsExactly(row[1], row[2], row[3], row[4], row[5]);
        }
    }

    @Test
    void what_was_entered_is_kept_no_longer_than_needed() {
        PartnerApplication submitted = submitted();
        assertThat(submitted.form()).isEqualTo(FORM);
        assertThat(submitted.end(LATER, UNTIL).state().form()).isNull();
        PartnerApplication confirmed = confirm(submitted, START);
        assertThat(confirmed.form()).isEqualTo(FORM);
        Change<PartnerApplication, ApplicationEvent> registered = confirmed.registered(3);
        assertThat(registered.state().form()).isNull();
        assertThat(registered.events().toString())
                .contains("Quay & Lake", "PT", "3")
                .doesNotContain("Inês", "ines@");
        assertThat(FORM.toString()).doesNotContain("Quay", "ines");
    }

    @Test
    void a_link_opens_its_application_until_its_time_is_over() {
        PartnerApplication submitted = submitted();
        PartnerApplication confirmed = confirm(submitted, START);

        assertThat(submitted.opensWith(LINK, UNTIL))
                .as("to say that it has ended")
                .isTrue();
        assertThat(confirmed.opensWith(LINK, LATER.minusMillis(1))).isTrue();
        assertThat(confirmed.opensWith(LINK, LATER)).isFalse();
        assertThat(confirmed.opensWith(OneTimeLink.to("app_9", new SecureRandom()), START))
                .isFalse();
    }

    private static PartnerApplication submitted() {
        return PartnerApplication.submit(
                        "app_9",
                        FORM,
                        new Consent(1, "pt", START),
                        LINK,
                        new OutsideMessage("oms_9", OutsideMessageKind.APPLICATION_CONFIRMATION, "pt", "sealed", UNTIL),
                        START)
                .state();
    }

    private static PartnerApplication confirm(PartnerApplication application, Instant now) {
        return application.confirm(LATER, now).orElseThrow().state();
    }

    private static String confirmed(PartnerApplication from, Instant now) {
        Decision<Change<PartnerApplication, ApplicationEvent>> decision = from.confirm(LATER, now);
        return decision.fold(change -> change.state().state().name(), reason -> "refused");
    }
}
