package io.entente.partner.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.partner.partnership.PartnerEvent.PartnerTierChanged;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory;
import io.entente.partner.partnership.tier.TierHistory.TierPeriod;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerTierTest {

    private static final Actor MANAGER = new Actor("user:u-41");
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-05-04");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-03");

    @Test
    void a_tier_that_is_decided_for_a_later_day_begins_on_that_day() {
        Change<Partner, PartnerEvent> decided = allowed(change(partner(), Tier.ACTIVE, JUNE, TODAY));
        Partner partner = decided.state();

        assertThat(decided.events())
                .containsExactly(new PartnerTierChanged(MANAGER, Tier.STRATEGIC, Tier.ACTIVE, JUNE, "Quiet year"));
        assertThat(partner.application().tier()).isEqualTo(Tier.STRATEGIC);
        assertThat(partner.tierChangesOn()).isEqualTo(JUNE);
        assertThat(partner.reach(JUNE.minusDays(1)).state()).isSameAs(partner);
        Partner reached = partner.reach(JUNE.plusDays(2)).state();
        assertThat(reached.application().tier()).isEqualTo(Tier.ACTIVE);
        assertThat(reached.version()).isEqualTo(partner.version() + 1);
        assertThat(reached.sequence()).isEqualTo(partner.sequence());
        assertThat(reached.tierChangesOn()).isNull();
        assertThat(reached.tiers().on(JUNE.minusDays(1))).isEqualTo(Tier.STRATEGIC);
        assertThat(reached.tiers().since(JUNE.plusDays(9))).isEqualTo(JUNE);
        assertThat(reached.reach(JUNE.plusDays(3)).state()).isSameAs(reached);
    }

    @Test
    void another_decision_takes_the_place_of_one_that_has_not_begun_and_the_present_tier_takes_it_back() {
        Partner waiting = allowed(change(partner(), Tier.ACTIVE, JUNE, TODAY)).state();

        Partner other = allowed(change(waiting, Tier.REFERRAL_NETWORK, JUNE.plusDays(5), TODAY))
                .state();
        assertThat(other.tiers().periods())
                .containsExactly(
                        new TierPeriod(Tier.STRATEGIC, null), new TierPeriod(Tier.REFERRAL_NETWORK, JUNE.plusDays(5)));
        Change<Partner, PartnerEvent> back = allowed(change(waiting, Tier.STRATEGIC, JUNE.plusDays(7), TODAY));

        assertThat(back.state().tiers()).isEqualTo(TierHistory.always(Tier.STRATEGIC));
        assertThat(back.state().tierChangesOn()).isNull();
        assertThat(back.events())
                .containsExactly(new PartnerTierChanged(MANAGER, Tier.ACTIVE, Tier.STRATEGIC, JUNE, "Quiet year"));
    }

    @Test
    void repeating_a_decision_changes_nothing_and_a_day_that_has_come_is_refused() {
        Partner waiting = allowed(change(partner(), Tier.ACTIVE, JUNE, TODAY)).state();

        assertThat(allowed(change(waiting, Tier.ACTIVE, JUNE, TODAY)).state()).isSameAs(waiting);
        assertThat(allowed(change(partner(), Tier.STRATEGIC, JUNE, TODAY)).events())
                .isEmpty();
        assertThat(change(partner(), Tier.ACTIVE, TODAY, TODAY).rejection())
                .hasValueSatisfying(reason -> assertThat(reason).contains("a day to come"));
        Partner erased = partner().erase(NOW).state();
        assertThat(change(erased, Tier.ACTIVE, JUNE, TODAY).isAllowed()).isFalse();
    }

    @Test
    void the_history_is_bounded_and_keeps_the_newest() {
        TierHistory history = TierHistory.always(Tier.ACTIVE);
        for (int day = 1; day <= TierHistory.MAX_PERIODS + 3; day++) {
            LocalDate today = TODAY.plusDays(day);
            history = history.with(day % 2 == 0 ? Tier.ACTIVE : Tier.STRATEGIC, today.plusDays(1), today.plusDays(0));
        }

        assertThat(history.periods()).hasSize(TierHistory.MAX_PERIODS);
        assertThat(history.latest().effectiveOn()).isEqualTo(TODAY.plusDays(TierHistory.MAX_PERIODS + 4));
    }

    private static Decision<Change<Partner, PartnerEvent>> change(
            Partner partner, Tier tier, LocalDate from, LocalDate today) {
        return partner.changeTier(tier, from, "Quiet year", MANAGER, today);
    }

    private static Change<Partner, PartnerEvent> allowed(Decision<Change<Partner, PartnerEvent>> decision) {
        return decision.toOptional().orElseThrow();
    }

    private static Partner partner() {
        return Partner.apply(
                        new PartnerId("par_11"),
                        new RegisterPartner(
                                "Quayside",
                                PartnershipModel.ALLIANCE,
                                Tier.STRATEGIC,
                                "DE",
                                ZoneId.of("Europe/Berlin"),
                                "de",
                                List.of(new Contact("Jana", "jana@quayside.example", "Partner"))),
                        MANAGER,
                        NOW)
                .state();
    }
}
