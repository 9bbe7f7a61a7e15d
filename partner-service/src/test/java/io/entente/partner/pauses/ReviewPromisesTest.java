package io.entente.partner.pauses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.InMemoryPartners;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerCommandHandler;
import io.entente.partner.partnership.PartnerEvent.PartnerPaused;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.RegisterPartnerHandler;
import io.entente.partner.partnership.commands.ActivatePartner;
import io.entente.partner.partnership.commands.PausePartner;
import io.entente.partner.partnership.commands.ResumePartner;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.pauses.policy.PausePolicy;
import io.entente.partner.performance.FactsInMemory;
import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.testkit.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewPromisesTest {

    private static final PartnerId ID = new PartnerId("par_6");
    private static final Actor MANAGER = new Actor("user:u-6");
    private static final LocalDate TODAY = LocalDate.of(2027, 5, 20);

    private final MovableClock clock = new MovableClock(Instant.parse("2027-05-20T02:00:00Z"));
    private final InMemoryPartners partners = new InMemoryPartners();
    private final PartnerCommandHandler commands = new PartnerCommandHandler(partners, clock);
    private final FactsInMemory facts = new FactsInMemory();
    private final ReviewPromises review = new ReviewPromises(
            facts,
            commands,
            new PolicyVersions<>(
                    "rules",
                    List.of(
                            new PausePolicy(1, LocalDate.of(2000, 1, 1), 40, 2, 21),
                            new PausePolicy(2, LocalDate.of(2027, 6, 1), 40, 5, 21))),
            ZoneOffset.UTC);

    private int promises;

    @BeforeEach
    void the_partner_is_active() {
        new RegisterPartnerHandler(partners, clock)
                .handle(
                        ID,
                        new RegisterPartner(
                                "Quay",
                                PartnershipModel.REFERRAL,
                                Tier.ACTIVE,
                                "PT",
                                ZoneId.of("Europe/Lisbon"),
                                "pt",
                                List.of(new Contact("Inês", "ines@quay.example", "Sócia"))),
                        MANAGER,
                        partner -> new Receipt("f", "{}"));
        commands.handle(ID, new ActivatePartner(null), MANAGER, partner -> {});
    }

    @Test
    void a_partner_that_has_missed_as_many_promises_as_the_policy_says_is_paused_and_hears_why() {
        broken(TODAY.minusDays(39));
        fact(Kind.KEPT, TODAY.minusDays(3));
        broken(TODAY.minusDays(40));
        check();
        assertThat(partner().status()).as("one of the two is before the window").isEqualTo(PartnerStatus.ACTIVE);

        broken(TODAY);
        check();
        check();
        assertThat(partner().status()).isEqualTo(PartnerStatus.PAUSED);
        assertThat(partner().standing().reason()).isEqualTo("Promised follow-ups were missed repeatedly.");
        assertThat(partner().standing().until()).isEqualTo(LocalDate.of(2027, 6, 10));
        assertThat(partners.published())
                .filteredOn(PartnerPaused.class::isInstance)
                .hasSize(1);
    }

    @Test
    void what_was_missed_before_a_pause_ended_with_evidence_does_not_count_again() {
        broken(TODAY.minusDays(5));
        broken(TODAY.minusDays(1));
        check();
        clock.moveTo(Instant.parse("2027-05-21T10:00:00Z"));
        commands.handle(ID, new ResumePartner("The calendar is shared now."), MANAGER, partner -> {});
        broken(TODAY.plusDays(2));
        review.check(partner(), TODAY.plusDays(2));
        assertThat(partner().status()).isEqualTo(PartnerStatus.ACTIVE);

        broken(TODAY.plusDays(3));
        review.check(partner(), TODAY.plusDays(3));
        assertThat(partner().status()).isEqualTo(PartnerStatus.PAUSED);
    }

    @Test
    void a_pause_of_a_person_keeps_its_reason_and_a_later_policy_counts_from_its_day_on() {
        commands.handle(ID, new PausePartner("Moving.", null), MANAGER, partner -> {});
        broken(TODAY);
        broken(TODAY);
        check();
        assertThat(partner().standing().reason()).isEqualTo("Moving.");

        commands.handle(ID, new ResumePartner("Moved."), MANAGER, partner -> {});
        broken(LocalDate.of(2027, 6, 2));
        broken(LocalDate.of(2027, 6, 2));
        review.check(partner(), LocalDate.of(2027, 6, 2));
        assertThat(partner().status()).isEqualTo(PartnerStatus.ACTIVE);
    }

    @Test
    void a_policy_that_would_pause_everybody_is_refused() {
        assertThatThrownBy(() -> new PausePolicy(3, TODAY, 40, 0, 21)).isInstanceOf(IllegalArgumentException.class);
    }

    private void check() {
        review.check(partner(), TODAY);
    }

    private Partner partner() {
        return partners.find(ID).orElseThrow();
    }

    private void broken(LocalDate day) {
        fact(Kind.BROKEN, day);
    }

    private void fact(Kind kind, LocalDate day) {
        String id = "promise/" + ++promises;
        boolean unused = facts.change(
                id,
                none -> Optional.of(new PartnerFact(
                        id, ID.value(), kind, Flow.TO_PARTNER, day, "ref_1", null, null, null, null, null, 1)));
    }
}
