package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Counters;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The guide's volume tiers (1-3 10 %, 4-10 15 %) with small and co-sold deals. */
class TierCountingTest {

    private static final TierCounting FROM_500 = new TierCounting(Money.parse("USD 500.00"), false);
    private static final TierCounting BY_SHARE = new TierCounting(null, true);

    @Test
    void three_crumbs_lift_the_next_deal_only_if_the_plan_counts_them() {
        assertThat(amountAfterCrumbs(TierCounting.PLAIN)).isEqualTo(Money.parse("USD 150.00"));
        assertThat(amountAfterCrumbs(FROM_500)).isEqualTo(Money.parse("USD 100.00"));
    }

    @Test
    void a_crumb_earns_commission_and_says_that_it_does_not_count() {
        Program program = program(FROM_500, TierMode.MARGINAL);
        program.accrue(DealMother.deal("d", "par_ash", "USD 10.00"));

        assertThat(net(program, "d")).isEqualTo(Money.parse("USD 1.00"));
        assertThat(posting(program, "d").explanation())
                .contains("Deals below 500.00 USD don't count for tiers. This deal counts as 0.");
    }

    @Test
    void a_co_sold_deal_counts_by_the_partners_share() {
        Program program = program(BY_SHARE, TierMode.MARGINAL);
        for (int i = 1; i <= 6; i++) {
            program.accrue(DealMother.deal(
                    "d" + i, "USD 1000.00", List.of(credit("par_ash", "0.50"), credit("par_oak", "0.50"))));
        }
        program.accrue(DealMother.deal("own", "par_ash", "USD 1000.00"));

        assertThat(net(program, "d6")).as("3 deals are reached with it").isEqualTo(Money.parse("USD 50.00"));
        assertThat(net(program, "own")).as("it is number 4").isEqualTo(Money.parse("USD 150.00"));
        assertThat(posting(program, "d6").explanation())
                .contains("A co-sold deal counts by the partner's share. This deal counts as 0.5.");
    }

    @Test
    void a_retroactive_tier_is_reached_by_counted_deals_and_lifts_every_deal() {
        Program program = program(FROM_500, TierMode.RETROACTIVE);
        program.accrue(DealMother.deal("crumb", "par_ash", "USD 10.00"));
        for (int i = 1; i <= 3; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }
        assertThat(net(program, "d3")).isEqualTo(Money.parse("USD 100.00"));

        program.accrue(DealMother.deal("d4", "par_ash", "USD 1000.00"));

        assertThat(net(program, "crumb")).isEqualTo(Money.parse("USD 1.50"));
        assertThat(net(program, "d1")).isEqualTo(Money.parse("USD 150.00"));
        assertThat(net(program, "d4")).isEqualTo(Money.parse("USD 150.00"));
    }

    @Test
    void a_correction_over_the_smallest_size_counts_the_deal_for_itself_and_for_later_ones() {
        Program program = program(FROM_500, TierMode.MARGINAL);
        for (int i = 1; i <= 3; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }
        program.accrue(DealMother.deal("crumb", "par_ash", "USD 10.00"));
        assertThat(net(program, "crumb")).isEqualTo(Money.parse("USD 1.00"));

        correct(program, "crumb", "USD 600.00", 2);

        assertThat(net(program, "crumb")).as("it is number 4").isEqualTo(Money.parse("USD 90.00"));
        assertThat(counters(program).counted(2026)).isEqualByComparingTo("4");
        assertThat(counters(program).uncounted()).isEmpty();
    }

    @Test
    void a_correction_under_the_smallest_size_frees_the_number_of_the_deal() {
        Program program = program(FROM_500, TierMode.MARGINAL);
        for (int i = 1; i <= 3; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }
        correct(program, "d3", "USD 100.00", 2);
        correct(program, "d3", "USD 100.00", 2);

        program.accrue(DealMother.deal("d4", "par_ash", "USD 1000.00"));
        program.accrue(DealMother.deal("d5", "par_ash", "USD 1000.00"));

        assertThat(net(program, "d3")).isEqualTo(Money.parse("USD 10.00"));
        assertThat(net(program, "d4")).as("it is number 3").isEqualTo(Money.parse("USD 100.00"));
        assertThat(net(program, "d5")).as("it is number 4").isEqualTo(Money.parse("USD 150.00"));
        assertThat(counters(program).dealsByYear()).isEqualTo(Map.of(2026, 5L));
        assertThat(counters(program).counted(2026)).isEqualByComparingTo("4");
    }

    @Test
    void a_reversed_crumb_takes_no_number_from_the_partner() {
        Program program = program(FROM_500, TierMode.MARGINAL);
        program.accrue(DealMother.deal("crumb", "par_ash", "USD 10.00"));
        reverse(program, "crumb", "USD 10.00", 2);

        assertThat(counters(program).counted(2026)).isEqualByComparingTo("0");
        assertThat(counters(program).uncounted()).isEmpty();
    }

    @Test
    void corrected_shares_change_what_a_co_sold_deal_counts() {
        Program program = program(BY_SHARE, TierMode.MARGINAL);
        program.accrue(
                DealMother.deal("d", "USD 1000.00", List.of(credit("par_ash", "0.50"), credit("par_oak", "0.50"))));

        program.amended.record(corrected(
                DealMother.deal("d", "USD 1000.00", List.of(credit("par_ash", "0.25"), credit("par_oak", "0.75"))), 2));
        assertThat(counters(program).counted(2026)).isEqualByComparingTo("0.25");
        program.amended.record(corrected(DealMother.deal("d", "par_oak", "USD 1000.00"), 3));

        assertThat(counters(program).counted(2026)).isEqualByComparingTo("0");
        assertThat(counters(program).uncounted()).isEmpty();
        assertThat(program.ledger.head(new PartnerId("par_oak")).counters().counted(2026))
                .isEqualByComparingTo("1");
    }

    @Test
    void an_event_that_is_delivered_again_after_the_tier_was_left_moves_no_later_deal() {
        Program program = program(FROM_500, TierMode.RETROACTIVE);
        for (int i = 1; i <= 4; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }
        reverse(program, "d4", "USD 1000.00", 2);
        reverse(program, "d3", "USD 1000.00", 2);
        program.accrue(DealMother.deal("d5", "par_ash", "USD 1000.00"));

        program.accrue(DealMother.deal("d4", "par_ash", "USD 1000.00"));

        assertThat(net(program, "d5")).isEqualTo(Money.parse("USD 100.00"));
    }

    @Test
    void a_correction_that_changes_nothing_keeps_the_rate_that_the_year_has_reached() {
        Program program = program(TierCounting.PLAIN, TierMode.RETROACTIVE);
        program.accrue(DealMother.deal("d1", "par_ash", "USD 1000.00"));
        correct(program, "d1", "USD 2000.00", 2);
        for (int i = 2; i <= 4; i++) {
            program.accrue(DealMother.deal("d" + i, "par_ash", "USD 1000.00"));
        }

        correct(program, "d1", "USD 2000.00", 3);

        assertThat(net(program, "d1")).isEqualTo(Money.parse("USD 300.00"));
    }

    /** Retroactive tiers give every deal of the year the rate that the deals which are large enough reach. */
    @Property(tries = 500)
    void any_order_and_repetition_of_deals_corrections_and_reversals_earns_the_same(
            @ForAll @Size(min = 1, max = 7)
                    List<@Size(min = 1, max = 3) List<@IntRange(min = 1, max = 10) Integer>> deals,
            @ForAll @Size(max = 2) List<@IntRange(max = 6) Integer> reversed,
            @ForAll Random random) {
        List<Consumer<Program>> events = new ArrayList<>();
        Map<String, Money> left = new HashMap<>();
        for (int i = 0; i < deals.size(); i++) {
            String id = "d" + i;
            List<Integer> amounts = deals.get(i);
            for (int k = 0; k < amounts.size(); k++) {
                String amount = "USD " + amounts.get(k) * 100 + ".00";
                long sequence = k + 1;
                left.put(id, Money.parse(amount));
                events.add(program -> {
                    if (sequence == 1) {
                        program.accrue(DealMother.deal(id, "par_ash", amount));
                    } else {
                        correct(program, id, amount, sequence);
                    }
                });
            }
            if (reversed.contains(i)) {
                String last = left.remove(id).toString();
                events.add(program -> reverse(program, id, last, amounts.size() + 1L));
            }
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, random);
        Program program = program(FROM_500, TierMode.RETROACTIVE);

        events.forEach(event -> event.accept(program));

        long large = left.values().stream()
                .filter(amount -> !amount.isLessThan(Money.parse("USD 500.00")))
                .count();
        BigDecimal rate = new BigDecimal(large >= 4 ? "0.15" : "0.10");
        assertThat(counters(program).counted(2026)).isEqualByComparingTo(BigDecimal.valueOf(large));
        left.forEach((id, amount) -> assertThat(net(program, id))
                .as("%s of %s with %s", id, left, large)
                .isEqualTo(amount.multipliedBy(rate, RoundingMode.HALF_UP)));
    }

    private static void correct(Program program, String deal, String amount, long sequence) {
        program.amended.record(corrected(DealMother.deal(deal, "par_ash", amount), sequence));
    }

    private static CorrectedDeal corrected(Deal deal, long sequence) {
        return new CorrectedDeal(
                deal, sequence, (int) sequence - 1, false, "amount 1 -> 2", "It was a typing error.", "user:u-17");
    }

    private static void reverse(Program program, String deal, String amount, long sequence) {
        LocalDate on = LocalDate.parse("2026-04-02");
        program.settling.record(
                new DealFact(Kind.REVERSAL, "rev-" + deal, deal, Money.parse(amount), on, "Undone", "user:u-17"));
        program.amended.record(new ReversedDeal(deal, sequence, on, "Undone", "user:u-17"));
    }

    private static Counters counters(Program program) {
        return program.ledger.head(new PartnerId("par_ash")).counters();
    }

    private static Money amountAfterCrumbs(TierCounting counting) {
        Program program = program(counting, TierMode.MARGINAL);
        for (int i = 1; i <= 3; i++) {
            program.accrue(DealMother.deal("crumb" + i, "par_ash", "USD 1.00"));
        }
        program.accrue(DealMother.deal("d", "par_ash", "USD 1000.00"));
        return net(program, "d");
    }

    private static Money net(Program program, String deal) {
        return program.ledger
                .standing(CommissionId.of(deal, new PartnerId("par_ash")))
                .orElseThrow()
                .net();
    }

    private static Posting posting(Program program, String deal) {
        return Posting.of(program.ledger
                .find(Posting.causeOf(CommissionId.of(deal, new PartnerId("par_ash"))))
                .orElseThrow());
    }

    private static Program program(TierCounting counting, TierMode mode) {
        return new Program(
                new Everybody(),
                PlanMother.book(new CommissionPlan(
                        "standard",
                        1,
                        "Plan standard",
                        new Period(LocalDate.parse("2000-01-01"), null),
                        Audience.ALL,
                        new VolumeTiers(mode, PlanMother.bands("1: 0.10, 4: 0.15, 11: 0.20")),
                        Term.WHILE_ACTIVE,
                        PaymentTerms.USUAL,
                        Limits.NONE,
                        counting)));
    }

    /** Knows every partner. */
    private static final class Everybody implements PartnerProfiles {
        @Override
        public Optional<PartnerProfile> find(PartnerId id) {
            return Optional.of(new PartnerProfile(id, Tier.ACTIVE, PartnershipModel.REFERRAL, 1));
        }

        @Override
        public boolean learn(PartnerProfile profile) {
            return false;
        }
    }
}
