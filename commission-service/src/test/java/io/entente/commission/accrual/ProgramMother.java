package io.entente.commission.accrual;

import static io.entente.commission.deals.DealMother.credit;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFact.Kind;
import io.entente.commission.deals.DealMother;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.TransactionKind;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.Limits;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Period;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanMother;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Programs, deals and facts for the tests of accrual, and what the ledger says about them. */
final class ProgramMother {

    static final PartnerId ASH = new PartnerId("par_ash");
    static final LocalDate CLOSED_ON = LocalDate.parse("2026-04-02");
    static final PlanBook TEN_PERCENT = PlanMother.everybodyAt("0.10");

    private ProgramMother() {}

    static long adjusted(Program program) {
        return program.ledger.transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.ADJUSTED)
                .count();
    }

    static Program program(PlanBook book) {
        return new Program(new Everybody(), book);
    }

    static PlanBook volumeTiers(TierMode mode) {
        return PlanMother.book(new CommissionPlan(
                "tiers",
                1,
                "Tiers",
                new Period(LocalDate.parse("2000-01-01"), null),
                Audience.ALL,
                new VolumeTiers(
                        mode,
                        new Bands(List.of(
                                new Bands.Band(BigDecimal.ONE, Fraction.of("0.10")),
                                new Bands.Band(new BigDecimal("4"), Fraction.of("0.15"))))),
                Term.WHILE_ACTIVE,
                PaymentTerms.USUAL,
                Limits.NONE));
    }

    static Commission standing(Program program, String deal) {
        return program.ledger.standing(CommissionId.of(deal, ASH)).orElseThrow();
    }

    static Commission payment(Program program, String payment) {
        return program.ledger.standing(CommissionId.of("d", ASH, payment)).orElseThrow();
    }

    static Money balance(Program program, Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD);
    }

    static Money minor(long cents) {
        return Money.ofMinor(CurrencyUnit.USD, cents);
    }

    static DealFact fact(Kind kind, String id, String deal, String amount) {
        return new DealFact(kind, id, deal, Money.parse("USD " + amount), CLOSED_ON, "It happened.", "system");
    }

    static Deal deal(String id) {
        return DealMother.deal(id, "par_ash", "USD 100.00");
    }

    static Deal shared(String id, Money amount) {
        return DealMother.deal(id, amount.toString(), List.of(credit("par_ash", "0.6"), credit("par_elm", "0.4")));
    }

    static Deal retainer(String id) {
        return new Deal(
                id,
                "ref_" + id,
                DealMother.BRIGHTWATER,
                Money.parse("USD 1200.00"),
                CLOSED_ON,
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                new Engagement(Engagement.Kind.RETAINER, null, null),
                null,
                Origin.LIVE);
    }

    static Deal inCountry(String id, String country) {
        return inCountry(id, country, null);
    }

    static Deal inCountry(String id, String country, @Nullable Engagement engagement) {
        return new Deal(
                id,
                "ref_" + id,
                DealMother.BRIGHTWATER,
                Money.parse("USD 100.00"),
                CLOSED_ON,
                List.of(credit("par_ash", "1.00")),
                Direction.INBOUND,
                Involvement.STANDARD,
                engagement,
                null,
                Origin.LIVE,
                country,
                null);
    }
}
