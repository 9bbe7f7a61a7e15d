package io.entente.commission.accrual;

import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.CreditedDeals.Earlier;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Submitted;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Counters;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.Money;

/**
 * A partner's past just before a deal: its counters from the end of its chain, the rest read where a rule asks for it.
 *
 * @param asking the deal to be priced, which is not its own past
 * @param gathered deals on their way into the ledger before this one, which the store doesn't know yet
 */
record PartnerHistory(
        Counters counters, Credited asking, List<Credited> gathered, CreditedDeals deals, SubmittedReferrals referrals)
        implements History {

    static PartnerHistory of(
            ChainHead head,
            Credited asking,
            List<Credited> gathered,
            CreditedDeals deals,
            SubmittedReferrals referrals) {
        return new PartnerHistory(head.counters(), asking, gathered, deals, referrals);
    }

    @Override
    public long dealsThisYear() {
        return counters.dealsByYear().getOrDefault(asking.deal().closedOn().getYear(), 0L);
    }

    @Override
    public Money clientRevenue() {
        Money stored = deals.clientRevenue(
                asking.partnerId(),
                asking.clientKey(),
                asking.deal().basis().getCurrencyUnit(),
                gathered.stream().map(Credited::dealId).toList(),
                asking.dealId());
        for (Credited other : gathered) {
            if (isOfClient(other)
                    && !other.deal().retainer()
                    && other.deal().direction() == Direction.INBOUND
                    && other.deal().basis().isSameCurrency(stored)) {
                stored = stored.plus(other.deal().basis());
            }
        }
        return stored;
    }

    @Override
    public ReferralDeals referral() {
        return asking.deal().payment() ? beforeRetainer() : before();
    }

    /** When a retainer's client pays, later deals may be there: only those that closed before it are earlier. */
    private ReferralDeals beforeRetainer() {
        List<LocalDate> closed = deals.ofPartner(asking.partnerId(), asking.clientKey())
                .filter(other -> other.referralId().equals(asking.referralId())
                        && other.deal().closedOn().isBefore(asking.deal().closedOn()))
                .map(other -> other.deal().closedOn())
                .sorted()
                .toList();
        return new ReferralDeals(closed.size(), closed.isEmpty() ? asking.deal().closedOn() : closed.get(0));
    }

    private ReferralDeals before() {
        Earlier stored = deals.ofReferral(
                asking.partnerId(),
                asking.clientKey(),
                asking.referralId(),
                gathered.stream().map(Credited::dealId).toList(),
                asking.dealId());
        long earlier = stored.deals();
        LocalDate first = stored.firstClosedOn();
        for (Credited other : gathered) {
            if (isOfClient(other) && other.referralId().equals(asking.referralId())) {
                LocalDate closedOn = other.deal().closedOn();
                earlier++;
                first = first == null || closedOn.isBefore(first) ? closedOn : first;
            }
        }
        return new ReferralDeals(earlier, first);
    }

    @Override
    public Conversion conversion(Period window) {
        LocalDate to = asking.deal().closedOn();
        List<Submitted> submitted = referrals.within(asking.partnerId(), to.minus(window), to);
        return new Conversion(
                submitted.size(), submitted.stream().filter(this::isWon).count());
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return counters.earned(
                asking.deal().earnedOn().getYear(),
                planCode,
                asking.deal().basis().getCurrencyUnit());
    }

    private boolean isOfClient(Credited other) {
        return other.partnerId().equals(asking.partnerId())
                && other.clientKey().equals(asking.clientKey())
                && !other.dealId().equals(asking.dealId());
    }

    private boolean isWon(Submitted referral) {
        return referral.referralId().equals(asking.referralId())
                || gathered.stream().anyMatch(other -> other.referralId().equals(referral.referralId()))
                || deals.ofReferral(
                                        asking.partnerId(),
                                        referral.clientKey(),
                                        referral.referralId(),
                                        List.of(),
                                        asking.dealId())
                                .deals()
                        > 0;
    }
}
