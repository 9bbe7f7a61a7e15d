package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.TierMode;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The revenue of a retainer is what is kept of the payments inside its engagement, also after the engagement was corrected. */
class RetainerRevenueCorrectedTest {

    private static final PartnerId ASH = new PartnerId("par_ash");
    private static final List<Credit> ASH_ALONE = List.of(credit("par_ash", "1.00"));
    private static final LocalDate ON = LocalDate.parse("2026-04-20");

    private Program program = new Program(new Everybody(), PlanMother.everybodyAt("0.10"));
    private long sequence = 1;

    @Test
    void a_refund_after_a_payment_was_moved_into_the_engagement_takes_off_what_the_payment_had_added() {
        close("2026-04-01", "2026-09-30");
        pay("p1", "200.00", "2026-10-05");
        assertRevenue("0.00");

        correct("2026-04-01", "2026-10-31");
        assertRevenue("200.00");
        assertEarned("20.00");
        happens(Kind.REFUND, "r", "200.00");

        assertRevenue("0.00");
        assertEarned("0.00");
    }

    @Test
    void a_refund_of_the_payment_that_was_moved_in_leaves_the_revenue_of_the_others() {
        close("2026-04-01", "2026-09-30");
        pay("p1", "300.00", "2026-05-04");
        pay("p2", "200.00", "2026-10-05");

        correct("2026-04-01", "2026-10-31");
        happens(Kind.REFUND, "r", "200.00");

        assertRevenue("300.00");
        happens(Kind.REFUND_VOIDED, "r", "200.00");
        assertRevenue("500.00");
    }

    @Test
    void a_payment_that_is_moved_out_of_the_engagement_is_no_revenue_and_its_refund_changes_nothing() {
        close("2026-04-01", null);
        pay("p1", "500.00", "2026-05-04");
        pay("p2", "700.00", "2026-10-10");
        happens(Kind.REFUND, "r", "150.00");
        assertRevenue("1050.00");

        correct("2026-04-01", "2026-09-30");
        assertRevenue("500.00");
        happens(Kind.REFUND, "s", "50.00");
        assertRevenue("500.00");

        correct("2026-04-01", "2026-12-31");
        assertRevenue("1000.00");
        assertEarned("100.00");
    }

    @Test
    void the_revenue_follows_the_end_of_an_engagement_and_its_reopening() {
        close("2026-04-01", null);
        pay("p1", "600.00", "2026-05-04");
        correct("2026-04-01", "2026-06-30");
        pay("p2", "600.00", "2026-07-06");
        pay("p3", "100.00", "2026-08-03");
        assertRevenue("600.00");

        correct("2026-04-01", null);

        assertRevenue("1300.00");
        assertEarned("130.00");
    }

    @Test
    void a_refund_of_a_payment_outside_the_engagement_counts_as_soon_as_the_payment_counts() {
        close("2026-04-01", "2026-09-30");
        pay("p1", "80.00", "2026-10-05");
        happens(Kind.REFUND, "r", "30.00");
        assertRevenue("0.00");

        correct("2026-04-01", "2026-10-31");

        assertRevenue("50.00");
    }

    @Test
    void payments_that_earn_nothing_move_the_revenue_too() {
        program = new Program(new Everybody(), PlanMother.book());
        close("2026-04-01", null);
        pay("p1", "40.00", "2026-05-04");
        pay("p2", "60.00", "2026-07-06");
        happens(Kind.REFUND, "r", "15.00");
        assertRevenue("85.00");

        correct("2026-04-01", "2026-06-30");
        assertRevenue("40.00");
        happens(Kind.REFUND, "s", "5.00");
        assertRevenue("40.00");

        correct("2026-04-01", "2026-07-31");
        assertRevenue("80.00");
    }

    @Test
    void the_revenue_follows_the_partners_share_of_a_retainer() {
        close("2026-04-01", null);
        pay("p1", "100.00", "2026-05-04");
        happens(Kind.REFUND, "r", "50.00");

        correct(retainer("2026-04-01", null, List.of(credit("par_ash", "0.60"), credit("par_elm", "0.40"))));

        assertRevenue("30.00");
        assertThat(revenue(new PartnerId("par_elm"))).isEqualTo(Money.parse("USD 20.00"));
        correct(retainer("2026-04-01", null, List.of(credit("par_elm", "1.00"))));
        assertRevenue("0.00");
        assertThat(revenue(new PartnerId("par_elm"))).isEqualTo(Money.parse("USD 50.00"));
    }

    @Test
    void a_credit_note_before_a_payment_takes_its_part_off_the_revenue() {
        close("2026-04-01", null);
        happens(Kind.CREDIT_NOTE, "c", "100.00");
        pay("p1", "70.00", "2026-05-04");
        assertRevenue("0.00");
        pay("p2", "90.00", "2026-06-04");
        assertRevenue("60.00");
        assertEarned("6.00");

        happens(Kind.CREDIT_NOTE_VOIDED, "c", "100.00");

        assertRevenue("160.00");
        assertEarned("16.00");
    }

    @Test
    void a_reversed_retainer_has_no_revenue_whatever_was_moved_before_and_after() {
        close("2026-04-01", null);
        pay("p1", "500.00", "2026-05-04");
        pay("p2", "300.00", "2026-07-06");
        correct("2026-04-01", "2026-06-30");

        happens(Kind.REVERSAL, "v", "1200.00");
        sequence++;
        program.amended.record(new ReversedDeal("d", sequence, ON, "The client withdrew.", "user:a"));
        assertRevenue("0.00");
        correct("2026-04-01", null);

        assertRevenue("0.00");
        assertEarned("0.00");
    }

    @Test
    void a_correction_that_is_delivered_again_changes_nothing() {
        close("2026-04-01", null);
        pay("p1", "500.00", "2026-05-04");
        CorrectedDeal corrected = corrected(retainer("2026-04-01", "2026-04-30", ASH_ALONE));

        program.amended.record(corrected);
        int booked = program.ledger.transactions().size();
        program.amended.record(corrected);

        assertRevenue("0.00");
        assertThat(program.ledger.transactions()).hasSize(booked);
    }

    @Test
    void a_payment_that_is_moved_out_no_longer_lifts_the_rate_of_the_clients_next_deal() {
        program = new Program(
                new Everybody(),
                PlanMother.everybodyBy(new LifetimeValueTiers(
                        TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20"))));
        close("2026-04-01", null);
        pay("p1", "1000.00", "2026-05-04");
        correct("2026-04-01", "2026-04-30");

        program.accrue(DealMother.deal("next", "par_ash", "USD 100.00"));

        assertEarned("10.00");
    }

    @Property(tries = 150)
    void the_revenue_of_any_history_is_that_of_the_payments_kept_inside_the_engagement(@ForAll long seed) {
        RetainerRevenueCorrectedTest history = new RetainerRevenueCorrectedTest();
        Random random = new Random(seed);
        List<DealFact> facts = new ArrayList<>();
        String from = "2026-04-01";
        String to = random.nextBoolean() ? null : "2026-09-30";
        history.close(from, to);
        for (int i = 0; i < 40; i++) {
            if (random.nextInt(5) == 0) {
                from = random.nextInt(3) == 0 ? day(random) : "2026-04-01";
                String end = day(random);
                to = random.nextInt(3) == 0 || end.compareTo(from) < 0 ? null : end;
                history.correct(from, to);
            } else {
                DealFact fact = next(facts, random, i);
                if (sum(facts) + signed(fact) >= 0) {
                    facts.add(fact);
                    history.program.settling.record(fact);
                }
            }
            Money kept = Money.ofMajor(CurrencyUnit.USD, kept(facts, from, to));
            assertThat(history.revenue(ASH)).as("after step %d of %s", i, facts).isEqualTo(kept);
            assertThat(history.earned())
                    .as("after step %d of %s", i, facts)
                    .isEqualTo(kept.dividedBy(10, RoundingMode.UNNECESSARY));
        }
    }

    /** The plain model: each refund is taken from the payments that were recorded last, as if voided facts had never been. */
    private static long kept(List<DealFact> facts, String from, @Nullable String to) {
        List<DealFact> counting = facts.stream()
                .filter(fact -> !fact.kind().isVoid()
                        && facts.stream()
                                .noneMatch(other ->
                                        other.kind().isVoid() && other.id().equals(fact.id())))
                .toList();
        List<Long> kept = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        long ahead = 0;
        for (DealFact fact : counting) {
            long amount = fact.amount().getAmountMajorLong();
            if (fact.kind() == Kind.PAYMENT) {
                long borne = Math.min(ahead, amount);
                ahead -= borne;
                kept.add(amount - borne);
                days.add(fact.on());
            } else {
                ahead += amount;
                for (int i = kept.size() - 1; i >= 0 && ahead > 0; i--) {
                    long taken = Math.min(ahead, kept.get(i));
                    kept.set(i, kept.get(i) - taken);
                    ahead -= taken;
                }
            }
        }
        long sum = 0;
        for (int i = 0; i < kept.size(); i++) {
            boolean inside = !days.get(i).isBefore(LocalDate.parse(from))
                    && (to == null || !days.get(i).isAfter(LocalDate.parse(to)));
            sum += inside ? kept.get(i) : 0;
        }
        return sum;
    }

    private static DealFact next(List<DealFact> earlier, Random random, int i) {
        List<DealFact> voidable = earlier.stream()
                .filter(fact -> !fact.kind().isVoid()
                        && earlier.stream()
                                .noneMatch(other ->
                                        other.kind().isVoid() && other.id().equals(fact.id())))
                .toList();
        int kind = random.nextInt(10);
        if (kind >= 8 && !voidable.isEmpty()) {
            return voidable.get(random.nextInt(voidable.size())).voided(ON, "Entered wrongly.", "user:a");
        }
        Money amount = Money.ofMajor(CurrencyUnit.USD, 10L * (random.nextInt(50) + 1));
        Kind of = kind < 5 ? Kind.PAYMENT : Kind.REFUND;
        return new DealFact(of, "f" + i, "d", amount, LocalDate.parse(day(random)), "It did.", "user:a");
    }

    private static String day(Random random) {
        return LocalDate.parse("2026-04-02").plusDays(random.nextInt(240)).toString();
    }

    private static long sum(List<DealFact> facts) {
        return facts.stream().mapToLong(RetainerRevenueCorrectedTest::signed).sum();
    }

    private static long signed(DealFact fact) {
        boolean adds = fact.kind() == Kind.PAYMENT || fact.kind() == Kind.REFUND_VOIDED;
        long amount = fact.amount().getAmountMajorLong();
        return adds ? amount : -amount;
    }

    private void close(String startsOn, @Nullable String endsOn) {
        program.accrue(retainer(startsOn, endsOn, ASH_ALONE));
    }

    private void pay(String id, String amount, String day) {
        record(Kind.PAYMENT, id, amount, LocalDate.parse(day));
    }

    private void happens(Kind kind, String id, String amount) {
        record(kind, id, amount, LocalDate.parse("2026-11-02"));
    }

    private void record(Kind kind, String id, String amount, LocalDate on) {
        program.settling.record(new DealFact(kind, id, "d", Money.parse("USD " + amount), on, "It did.", "user:a"));
    }

    private void correct(String startsOn, @Nullable String endsOn) {
        correct(retainer(startsOn, endsOn, ASH_ALONE));
    }

    private void correct(Deal deal) {
        program.amended.record(corrected(deal));
    }

    private CorrectedDeal corrected(Deal deal) {
        sequence++;
        return new CorrectedDeal(
                deal, sequence, (int) sequence - 1, false, "engagement", "The dates were wrong.", "user:a");
    }

    private void assertRevenue(String amount) {
        assertThat(revenue(ASH)).isEqualTo(Money.parse("USD " + amount));
    }

    private void assertEarned(String amount) {
        assertThat(earned()).isEqualTo(Money.parse("USD " + amount));
    }

    private Money earned() {
        return program.ledger.head(ASH).balances().of(Account.COMMISSION_EXPENSE, CurrencyUnit.USD);
    }

    /** What statements show as revenue. */
    private Money revenue(PartnerId partner) {
        var counters = program.ledger.head(partner).counters();
        return counters.revenue()
                .getOrDefault(CurrencyUnit.USD, Money.zero(CurrencyUnit.USD))
                .minus(counters.takenBack(CurrencyUnit.USD).refunded());
    }

    private static Deal retainer(String startsOn, @Nullable String endsOn, List<Credit> credit) {
        return new Deal(
                "d",
                "ref_d",
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                LocalDate.parse("2026-04-02"),
                credit,
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(
                        Engagement.Kind.RETAINER,
                        LocalDate.parse(startsOn),
                        endsOn == null ? null : LocalDate.parse(endsOn)),
                null,
                Origin.LIVE);
    }
}
