package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.ASH_ALONE;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Apportionment;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.rules.DealSizeTiers;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.joda.money.MoneyUtils;
import org.junit.jupiter.api.Test;

/** Whatever a plan's rule is, the payments on a retainer earn the commission of what is kept of all of them. */
class RetainerRulesTest {

    private static final Money CAP = Money.parse("USD 60.00");
    private static final PlanBook CAPPED = PlanMother.book(
            PlanMother.plan(new Percent(Fraction.of("0.10")), Term.WHILE_ACTIVE, new Limits(null, CAP, null)));
    private static final PlanBook LIFETIME = PlanMother.everybodyBy(
            new LifetimeValueTiers(TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 400: 0.30")));
    private static final PlanBook SIZE = PlanMother.everybodyBy(
            new DealSizeTiers(TierMode.MARGINAL, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 400: 0.30")));

    private Program program = program(LIFETIME);

    @Test
    void a_voided_early_payment_prices_the_later_ones_by_the_bands_that_they_are_in_then() {
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        Stream.of("a", "b", "c", "e").forEach(id -> happens(Kind.PAYMENT, id, "160.00"));
        assertThat(earned("par_ash")).as("40.00 and 30 % of 240.00").isEqualTo(Money.parse("USD 112.00"));

        happens(Kind.PAYMENT_VOIDED, "a", "160.00");
        assertThat(earned("par_ash")).as("480.00 kept").isEqualTo(Money.parse("USD 64.00"));
        happens(Kind.REFUND, "r", "170.00");
        assertThat(earned("par_ash")).as("310.00 kept").isEqualTo(Money.parse("USD 31.00"));
        happens(Kind.REFUND_VOIDED, "r", "170.00");
        assertThat(earned("par_ash")).as("480.00 kept").isEqualTo(Money.parse("USD 64.00"));
        happens(Kind.PAYMENT, "f", "90.00");
        assertThat(earned("par_ash")).as("570.00 kept").isEqualTo(Money.parse("USD 91.00"));
    }

    @Test
    void a_voided_early_payment_frees_the_cap_for_the_later_ones() {
        program = program(CAPPED);
        program.accrue(on("d", APRIL, ASH_ALONE, retainer(null)));
        Stream.of("a", "b", "c", "e").forEach(id -> happens(Kind.PAYMENT, id, "240.00"));
        assertThat(earned("par_ash")).isEqualTo(CAP);

        List<LedgerTransaction> booked = happens(Kind.PAYMENT_VOIDED, "a", "240.00");
        assertThat(earned("par_ash")).as("720.00 kept").isEqualTo(CAP);
        assertThat(booked).noneMatch(transaction -> transaction.kind().isTold());
        happens(Kind.PAYMENT_VOIDED, "b", "240.00");
        assertThat(earned("par_ash")).as("480.00 kept").isEqualTo(Money.parse("USD 48.00"));
        happens(Kind.PAYMENT, "f", "70.00");
        assertThat(earned("par_ash")).as("550.00 kept").isEqualTo(Money.parse("USD 55.00"));
    }

    /** The model computes the commission of what is kept after each fact, from all facts. */
    @Property(tries = 150)
    void whatever_is_paid_refunded_and_voided_each_partner_has_its_part_of_the_rules_commission(@ForAll long seed) {
        Random random = new Random(seed);
        List<Credit> credit =
                random.nextBoolean() ? ASH_ALONE : List.of(credit("par_ash", "0.30"), credit("par_elm", "0.70"));
        PlanBook book = List.of(CAPPED, LIFETIME, SIZE).get(random.nextInt(3));
        program = program(book);
        program.accrue(on("d", APRIL, credit, retainer(null)));
        List<DealFact> facts = new ArrayList<>();
        long kept = 0;
        for (int i = 0; i < 40; i++) {
            long cents = random.nextInt(random.nextInt(3) == 0 ? 30 : 25_000) + 1L;
            int kind = facts.isEmpty() ? 0 : random.nextInt(6);
            if (kind >= 4) {
                DealFact fact = facts.get(random.nextInt(facts.size()));
                long more = fact.amount().getAmountMinorLong() * (fact.kind() == Kind.REFUND ? 1 : -1);
                if (kept + more >= 0) {
                    kept += more;
                    facts.remove(fact);
                    program.settling.record(fact.voided(APRIL, "Entered wrongly.", "user:a"));
                }
            } else if (kind < 3 || cents > kept) {
                facts.add(fact(Kind.PAYMENT, "p" + i, cents));
                program.settling.record(facts.get(facts.size() - 1));
                kept += cents;
            } else {
                facts.add(fact(Kind.REFUND, "r" + i, cents));
                program.settling.record(facts.get(facts.size() - 1));
                kept -= cents;
            }
            List<Money> parts = Apportionment.splitGrowing(
                    commission(kept, book == CAPPED),
                    credit.stream().map(Credit::share).toList());
            for (int j = 0; j < credit.size(); j++) {
                Money right = book == CAPPED ? MoneyUtils.min(parts.get(j), CAP) : parts.get(j);
                assertThat(earned(credit.get(j).partnerId().value()))
                        .as(
                                "step %d, %d kept, by %s",
                                i, kept, book == CAPPED ? "cap" : book == SIZE ? "size" : "lifetime")
                        .isEqualTo(right);
            }
        }
    }

    private static Money commission(long kept, boolean flat) {
        long above = flat ? 0 : Math.max(0, kept - 40_000);
        BigDecimal exact = BigDecimal.valueOf(kept - above)
                .multiply(new BigDecimal("0.10"))
                .add(BigDecimal.valueOf(above).multiply(new BigDecimal("0.30")));
        return Money.ofMinor(
                CurrencyUnit.USD, exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static DealFact fact(Kind kind, String id, long cents) {
        return new DealFact(kind, id, "d", Money.ofMinor(CurrencyUnit.USD, cents), APRIL, "It did.", "user:a");
    }

    private List<LedgerTransaction> happens(Kind kind, String id, String amount) {
        int before = program.ledger.transactions().size();
        program.settling.record(new DealFact(kind, id, "d", Money.parse("USD " + amount), APRIL, "It did.", "user:a"));
        List<LedgerTransaction> all = program.ledger.transactions();
        return List.copyOf(all.subList(before, all.size()));
    }

    private Money earned(String partner) {
        return program.ledger.head(new PartnerId(partner)).balances().of(Account.COMMISSION_EXPENSE, CurrencyUnit.USD);
    }
}
