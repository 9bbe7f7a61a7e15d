package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.anyThatCounts;
import static io.entente.commission.accrual.AmendedDeals.deal;
import static io.entente.commission.accrual.AmendedDeals.earned;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.accrual.AmendedDeals.reverse;
import static io.entente.commission.accrual.AmendedDeals.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.TierMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Under tiers by the client's lifetime value that count back, all deals of a client have one rate: 10 %, from 250.00 that the firm keeps
 * 20 %, from 500.00 30 %.
 */
class KeptLifetimeValueTest {

    private static final PlanBook TIERS = PlanMother.everybodyBy(new LifetimeValueTiers(
            TierMode.RETROACTIVE, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20, 500: 0.30")));

    private final Program program = program(TIERS);

    @Test
    void a_refund_takes_all_deals_of_the_client_to_the_rate_of_what_is_kept_and_its_void_takes_them_back() {
        program.accrue(deal("d1", "USD 100.00"));
        program.accrue(deal("d2", "USD 450.00"));
        assertThat(earned(program, "d1")).isEqualTo("USD 30.00");
        happens(Kind.PAYMENT, "p", "d2", "450.00");

        happens(Kind.REFUND, "r", "d2", "270.00");
        assertThat(earned(program, "d1")).as("280.00 are kept").isEqualTo("USD 20.00");
        assertThat(earned(program, "d2")).isEqualTo("USD 36.00");
        happens(Kind.REFUND, "s", "d2", "80.00");
        assertThat(earned(program, "d1")).as("200.00 are kept").isEqualTo("USD 10.00");
        assertThat(earned(program, "d2")).isEqualTo("USD 10.00");
        program.accrue(deal("d3", "USD 40.00"));
        assertThat(earned(program, "d3")).as("240.00 are kept").isEqualTo("USD 4.00");

        happens(Kind.REFUND_VOIDED, "r", "d2", "270.00");
        assertThat(Stream.of("d1", "d2", "d3").map(id -> earned(program, id)))
                .as("510.00 are kept")
                .containsExactly("USD 30.00", "USD 111.00", "USD 12.00");
        int before = program.ledger.transactions().size();
        happens(Kind.REFUND_VOIDED, "r", "d2", "270.00");
        assertThat(program.ledger.transactions()).hasSize(before);
    }

    @Test
    void a_refund_on_a_retainer_takes_its_payments_and_the_other_deals_to_the_rate_of_what_is_kept() {
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        Stream.of("one", "two", "three").forEach(id -> happens(Kind.PAYMENT, id, "d", "100.00"));
        program.accrue(deal("other", "USD 60.00"));
        assertThat(sum()).as("20 % of 360.00").isEqualTo(Money.parse("USD 72.00"));

        happens(Kind.REFUND, "r", "d", "120.00");

        assertThat(sum()).as("10 % of 240.00").isEqualTo(Money.parse("USD 24.00"));
        assertThat(earned(program, "other")).isEqualTo("USD 6.00");
        happens(Kind.PAYMENT, "four", "d", "30.00");
        assertThat(sum()).as("20 % of 270.00").isEqualTo(Money.parse("USD 54.00"));
    }

    @Property(tries = 200)
    void whatever_is_refunded_credited_voided_and_reversed_all_deals_have_the_rate_of_what_is_kept(@ForAll long seed) {
        Random random = new Random(seed);
        KeptLifetimeValueTest test = new KeptLifetimeValueTest();
        Map<String, Long> amounts = new LinkedHashMap<>();
        List<DealFact> facts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            test.step(random, i, amounts, facts);
            long kept = amounts.entrySet().stream()
                    .mapToLong(each -> worth(each.getKey(), each.getValue(), facts))
                    .sum();
            BigDecimal rate = new BigDecimal(kept < 25_000 ? "0.10" : kept < 50_000 ? "0.20" : "0.30");
            for (Map.Entry<String, Long> each : amounts.entrySet()) {
                long whole = rounded(rate.multiply(BigDecimal.valueOf(each.getValue())));
                long left = rounded(BigDecimal.valueOf(whole)
                        .multiply(BigDecimal.valueOf(worth(each.getKey(), each.getValue(), facts)))
                        .divide(BigDecimal.valueOf(each.getValue()), 9, RoundingMode.HALF_UP));
                assertThat(standing(test.program, each.getKey()).net().getAmountMinorLong())
                        .as("deal %s after step %d with %d kept", each.getKey(), i, kept)
                        .isEqualTo(left);
            }
        }
    }

    private void step(Random random, int i, Map<String, Long> amounts, List<DealFact> facts) {
        List<String> deals = List.copyOf(amounts.keySet());
        int kind = deals.isEmpty() ? 0 : random.nextInt(8);
        String deal = deals.isEmpty() ? "" : deals.get(random.nextInt(deals.size()));
        long cents = random.nextInt(25_000) + 5L;
        switch (kind) {
            case 0, 1 -> {
                amounts.put("d" + i, cents);
                program.accrue(
                        deal("d" + i, Money.ofMinor(CurrencyUnit.USD, cents).toString()));
            }
            case 2, 3 -> record(fact(Kind.PAYMENT, "f" + i, deal, cents), facts);
            case 4 -> record(fact(Kind.REFUND, "f" + i, deal, cents), facts);
            case 5 -> record(fact(Kind.CREDIT_NOTE, "f" + i, deal, cents), facts);
            case 6 ->
                anyThatCounts(facts, random).ifPresent(fact -> record(fact.voided(APRIL, "Wrong", "user:a"), facts));
            default -> {
                long amount = amounts.remove(deal);
                facts.removeIf(fact -> fact.dealId().equals(deal));
                reverse(
                        program,
                        deal,
                        Money.ofMinor(CurrencyUnit.USD, amount).getAmount().toPlainString(),
                        2);
            }
        }
    }

    private void record(DealFact fact, List<DealFact> facts) {
        facts.add(fact);
        program.settling.record(fact);
    }

    private static DealFact fact(Kind kind, String id, String deal, long cents) {
        return new DealFact(kind, id, deal, Money.ofMinor(CurrencyUnit.USD, cents), APRIL, "It did.", "user:a");
    }

    private static long worth(String deal, long amount, List<DealFact> facts) {
        long paid = sum(deal, Kind.PAYMENT, Kind.PAYMENT_VOIDED, facts);
        long refunded = sum(deal, Kind.REFUND, Kind.REFUND_VOIDED, facts);
        long left = Math.max(0, amount - sum(deal, Kind.CREDIT_NOTE, Kind.CREDIT_NOTE_VOIDED, facts));
        return Math.max(0, Math.min(Math.max(left, paid) - refunded, left));
    }

    private static long sum(String deal, Kind made, Kind voided, List<DealFact> facts) {
        return facts.stream()
                .filter(fact -> fact.dealId().equals(deal))
                .mapToLong(fact -> {
                    long cents = fact.amount().getAmountMinorLong();
                    return fact.kind() == made ? cents : fact.kind() == voided ? -cents : 0;
                })
                .sum();
    }

    private static long rounded(BigDecimal cents) {
        return cents.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private Money sum() {
        return program.ledger.transactions().stream()
                .flatMap(transaction -> transaction.entry().creditedDeal().stream())
                .filter(deal -> deal.partnerId().equals(ASH))
                .map(CommissionId::of)
                .distinct()
                .flatMap(id -> program.ledger.standing(id).stream())
                .map(Commission::net)
                .reduce(Money.zero(CurrencyUnit.USD), Money::plus);
    }

    private void happens(Kind kind, String id, String deal, String amount) {
        program.settling.record(
                new DealFact(kind, id, deal, Money.parse("USD " + amount), APRIL, "It did.", "user:u-1"));
    }
}
