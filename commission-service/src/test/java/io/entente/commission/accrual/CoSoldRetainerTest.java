package io.entente.commission.accrual;

import static io.entente.commission.accrual.AmendedDeals.APRIL;
import static io.entente.commission.accrual.AmendedDeals.TEN_PERCENT;
import static io.entente.commission.accrual.AmendedDeals.on;
import static io.entente.commission.accrual.AmendedDeals.program;
import static io.entente.commission.accrual.AmendedDeals.retainer;
import static io.entente.commission.deals.DealMother.credit;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.ledger.Account;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Apportionment;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Fraction;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The partners of a retainer share the commission of what is kept of all payments, rounded once. */
class CoSoldRetainerTest {

    private static final List<Credit> HALVES = List.of(credit("par_ash", "0.50"), credit("par_elm", "0.50"));

    private final Program program = program(TEN_PERCENT);

    @Test
    void twelve_payments_that_are_shared_by_halves_earn_both_partners_the_same() {
        program.accrue(on("d", APRIL, HALVES, retainer(null)));
        IntStream.rangeClosed(1, 12).forEach(i -> happens(Kind.PAYMENT, "p" + i, "100.10"));

        assertThat(earned("par_ash")).isEqualTo(Money.parse("USD 60.06"));
        assertThat(earned("par_elm")).isEqualTo(Money.parse("USD 60.06"));

        happens(Kind.REFUND, "r", "100.10");
        assertThat(earned("par_ash")).as("110.11 has an odd cent").isEqualTo(Money.parse("USD 55.06"));
        assertThat(earned("par_elm")).isEqualTo(Money.parse("USD 55.05"));
    }

    @Property(tries = 100)
    void whatever_is_paid_refunded_and_voided_each_partner_has_its_share_of_the_commission_of_what_is_kept(
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Credit> three = List.of(credit("par_ash", "0.43"), credit("par_elm", "0.43"), credit("par_birch", "0.14"));
        List<Fraction> shares = three.stream().map(Credit::share).toList();
        CoSoldRetainerTest test = new CoSoldRetainerTest();
        test.program.accrue(on("d", APRIL, three, retainer(null)));
        List<DealFact> refunds = new ArrayList<>();
        long kept = 0;
        for (int i = 0; i < 60; i++) {
            long cents = random.nextInt(random.nextBoolean() ? 30 : 9_000) + 1L;
            int kind = random.nextInt(5);
            if (kind == 4 && !refunds.isEmpty()) {
                DealFact refund = refunds.remove(random.nextInt(refunds.size()));
                test.program.settling.record(refund.voided(APRIL, "Entered wrongly.", "user:a"));
                kept += refund.amount().getAmountMinorLong();
            } else if (kind < 3 || cents > kept) {
                test.happens(Kind.PAYMENT, "p" + i, amount(cents));
                kept += cents;
            } else {
                refunds.add(test.happens(Kind.REFUND, "r" + i, amount(cents)));
                kept -= cents;
            }
            Money commission = Money.ofMinor(CurrencyUnit.USD, kept).dividedBy(10, RoundingMode.HALF_UP);
            List<Money> expected = Apportionment.splitGrowing(commission, shares);
            assertThat(Stream.of("par_ash", "par_elm", "par_birch")
                            .map(test::earned)
                            .toList())
                    .as("after step %d", i)
                    .isEqualTo(expected);
        }
    }

    private DealFact happens(Kind kind, String id, String amount) {
        DealFact fact = new DealFact(kind, id, "d", Money.parse("USD " + amount), APRIL, "It did.", "user:a");
        program.settling.record(fact);
        return fact;
    }

    private static String amount(long cents) {
        return Money.ofMinor(CurrencyUnit.USD, cents).getAmount().toPlainString();
    }

    private Money earned(String partner) {
        return program.ledger.head(new PartnerId(partner)).balances().of(Account.COMMISSION_EXPENSE, CurrencyUnit.USD);
    }
}
