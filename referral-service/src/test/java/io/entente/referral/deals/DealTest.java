package io.entente.referral.deals;

import static io.entente.referral.referral.ReferralMother.DAY;
import static io.entente.referral.referral.ReferralMother.TERMS;
import static io.entente.referral.referral.ReferralMother.after;
import static io.entente.referral.referral.ReferralMother.at;
import static io.entente.referral.referral.ReferralMother.deal;
import static io.entente.referral.referral.ReferralMother.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.FieldError;
import io.entente.referral.claims.DecideConflict;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DealTest {

    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

    @Test
    void all_credit_is_the_partners_if_nobody_else_is_named() {
        Deal closed =
                deal("deal_2").on(in(ReferralStatus.ACCEPTED), at(TUESDAY)).state();

        assertThat(closed.credit()).containsExactly(new CreditShare("par_1", "ORIGINATOR", BigDecimal.ONE));
    }

    @Test
    void credit_that_a_conflict_split_is_the_credit_of_later_deals() {
        List<CreditShare> split = List.of(
                new CreditShare("par_1", "ORIGINATOR", new BigDecimal("0.5")),
                new CreditShare("par_0", "CO_SELLER", new BigDecimal("0.5")));
        Referral decided = after(in(ReferralStatus.ACCEPTED)
                .take(
                        new DecideConflict(
                                new ReferralId("ref_0"),
                                "SPLIT",
                                "SHARES_CLAIM",
                                null,
                                split,
                                "Both",
                                "cnf_1",
                                1,
                                false),
                        at(TUESDAY),
                        TERMS));

        assertThat(deal("deal_2").on(decided, at(TUESDAY)).state().credit()).isEqualTo(split);
    }

    @Test
    void the_first_deal_of_a_referral_leaves_a_win_to_follow_and_a_further_one_none() {
        Referral accepted = in(ReferralStatus.ACCEPTED);
        Referral won = in(ReferralStatus.WON);

        assertThat(deal("deal_1").on(accepted, at(TUESDAY)).state())
                .returns(true, Deal::winPending)
                .returns(accepted.version() + 1, Deal::recordedIn);
        assertThat(deal("deal_2").on(won, at(TUESDAY)).state())
                .returns(false, Deal::winPending)
                .returns(won.version(), Deal::recordedIn);
    }

    @Test
    void a_reversal_is_the_second_event_of_the_deal() {
        Deal closed = deal("deal_1").on(in(ReferralStatus.WON), at(TUESDAY)).state();

        Change<Deal, DealEvent> reversed = closed.reversed(
                new DealEvent.About(at(TUESDAY), in(ReferralStatus.WON)), DAY, Reason.of("Refunded"), false);

        assertThat(reversed.state())
                .returns(2L, Deal::version)
                .returns(2L, Deal::sequence)
                .returns(new Deal.Reversal(TUESDAY, DAY, Reason.of("Refunded"), "system", false), Deal::reversal);
        assertThat(reversed.events()).extracting(DealEvent::wireName).containsExactly("deal-reversed");
    }

    @Test
    void a_deal_is_not_reversed_before_the_day_on_which_it_closed() {
        Deal closed = deal("deal_1").on(in(ReferralStatus.WON), at(TUESDAY)).state();

        assertThat(new ReverseDeal("deal_1", Reason.of("Refunded"), DAY).badFields(closed, TUESDAY))
                .isEmpty();
        assertThat(new ReverseDeal("deal_1", Reason.of("Refunded"), DAY.minusDays(2)).badFields(closed, TUESDAY))
                .extracting(FieldError::field)
                .containsExactly("reversedOn");
    }

    @Test
    void a_reversal_without_a_day_is_of_today_or_of_the_deal_if_that_is_already_tomorrow() {
        LocalDate today = LocalDate.ofInstant(TUESDAY, ZoneOffset.UTC);
        ReverseDeal command = new ReverseDeal("deal_1", Reason.of("Refunded"), null);

        for (int days : new int[] {-40, -1, 0, 1}) {
            Deal closed = closedOn(today.plusDays(days));
            assertThat(command.badFields(closed, TUESDAY)).as("%d days", days).isEmpty();
            assertThat(command.dayFor(closed, TUESDAY)).isEqualTo(days > 0 ? today.plusDays(days) : today);
        }
        assertThat(new ReverseDeal("deal_1", Reason.of("Refunded"), today.minusDays(3))
                        .dayFor(closedOn(today.minusDays(9)), TUESDAY))
                .isEqualTo(today.minusDays(3));
    }

    private static Deal closedOn(LocalDate day) {
        return new CloseDeal("deal_1", Money.parse("USD 10"), day, null, List.of(), null, "f")
                .on(in(ReferralStatus.WON), at(TUESDAY))
                .state();
    }
}
