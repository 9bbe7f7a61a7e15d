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
import io.entente.commission.deals.amendments.CorrectedDeal;
import io.entente.commission.deals.amendments.ReversedDeal;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.LedgerTransaction;
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
import io.entente.commission.plans.Trigger;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.rules.LifetimeValueTiers;
import io.entente.commission.plans.rules.Percent;
import io.entente.commission.plans.rules.TierMode;
import io.entente.commission.plans.rules.VolumeTiers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Deals that are corrected or reversed, and what they earn. */
final class AmendedDeals {

    static final PartnerId ASH = new PartnerId("par_ash");
    static final LocalDate APRIL = LocalDate.parse("2026-04-02");
    static final List<Credit> ASH_ALONE = List.of(credit("par_ash", "1.00"));
    static final PlanBook TEN_PERCENT = PlanMother.everybodyAt("0.10");

    private AmendedDeals() {}

    /** One of the facts that were not voided; empty if there is none. */
    static Optional<DealFact> anyThatCounts(List<DealFact> facts, Random random) {
        List<DealFact> open = facts.stream()
                .filter(fact -> !fact.kind().isVoid()
                        && facts.stream()
                                .noneMatch(other ->
                                        other.kind().isVoid() && other.id().equals(fact.id())))
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    static Money cents(long amount) {
        return Money.ofMinor(CurrencyUnit.USD, amount);
    }

    static Engagement retainer(@Nullable String endsOn) {
        return new Engagement(Engagement.Kind.RETAINER, null, endsOn == null ? null : LocalDate.parse(endsOn));
    }

    static void payOn(Program program, String payment, String amount, String day) {
        program.settling.record(new DealFact(
                Kind.PAYMENT, payment, "d", Money.parse("USD " + amount), LocalDate.parse(day), "Paid", "user:u-17"));
    }

    static Commission paid(Program program, String payment) {
        return program.ledger.standing(CommissionId.of("d", ASH, payment)).orElseThrow();
    }

    static Program program(PlanBook book) {
        return new Program(new Everybody(), book);
    }

    static PlanBook volume(TierMode mode) {
        return PlanMother.everybodyBy(new VolumeTiers(mode, PlanMother.bands("1: 0.10, 4: 0.15")));
    }

    static PlanBook lifetime(TierMode mode) {
        return PlanMother.everybodyBy(
                new LifetimeValueTiers(mode, CurrencyUnit.USD, PlanMother.bands("0: 0.10, 250: 0.20")));
    }

    static CommissionPlan at(Trigger trigger) {
        return new CommissionPlan(
                "standard",
                1,
                "Plan standard",
                new Period(LocalDate.parse("2000-01-01"), null),
                Audience.ALL,
                new Percent(Fraction.of("0.10")),
                Term.WHILE_ACTIVE,
                new PaymentTerms(trigger, 0, 0),
                Limits.NONE);
    }

    static Engagement project(String startsOn, String endsOn) {
        return new Engagement(Engagement.Kind.PROJECT, LocalDate.parse(startsOn), LocalDate.parse(endsOn));
    }

    static Deal deal(String id, String amount) {
        return DealMother.deal(id, "par_ash", amount);
    }

    static Deal on(String id, LocalDate closedOn, List<Credit> credit, @Nullable Engagement engagement) {
        return full(id, "ref_" + id, "USD 100.00", closedOn, credit, engagement);
    }

    static Deal ofReferral(String id, String amount, LocalDate closedOn) {
        return full(id, "ref_one", amount, closedOn, ASH_ALONE, null);
    }

    static Deal full(
            String id,
            String referral,
            String amount,
            LocalDate closedOn,
            List<Credit> credit,
            @Nullable Engagement engagement) {
        return new Deal(
                id,
                referral,
                DealMother.BRIGHTWATER,
                Money.parse(amount),
                closedOn,
                credit,
                Direction.INBOUND,
                Involvement.STANDARD,
                engagement,
                null,
                Origin.LIVE);
    }

    static CorrectedDeal corrected(Deal deal, long sequence) {
        return new CorrectedDeal(
                deal, sequence, (int) sequence - 1, false, "amount 1 -> 2", "It was a typing error.", "user:u-17");
    }

    static void reverse(Program program, String deal, String amount, long sequence) {
        program.settling.record(new DealFact(
                Kind.REVERSAL, "rev-" + deal, deal, Money.parse("USD " + amount), APRIL, "Undone", "user:u-17"));
        program.amended.record(new ReversedDeal(deal, sequence, APRIL, "Undone", "user:u-17"));
    }

    static void pay(Program program, String payment, String amount) {
        program.settling.record(
                new DealFact(Kind.PAYMENT, payment, "d", Money.parse("USD " + amount), APRIL, "Paid", "user:u-17"));
        program.clock.move(Duration.ofDays(60));
        program.sweep.sweep();
    }

    static CommissionId id(String deal) {
        return CommissionId.of(deal, ASH);
    }

    static Commission standing(Program program, String deal) {
        return program.ledger.standing(id(deal)).orElseThrow();
    }

    static String earned(Program program, String deal) {
        return standing(program, deal).net().toString();
    }

    static String earned(Program program, String deal, String partner) {
        return program.ledger
                .standing(CommissionId.of(deal, new PartnerId(partner)))
                .orElseThrow()
                .net()
                .toString();
    }

    static String balance(Program program, Account account) {
        return program.ledger.head(ASH).balances().of(account, CurrencyUnit.USD).toString();
    }

    static List<TransactionKind> kinds(Program program) {
        return program.ledger.transactions().stream()
                .map(LedgerTransaction::kind)
                .toList();
    }
}
