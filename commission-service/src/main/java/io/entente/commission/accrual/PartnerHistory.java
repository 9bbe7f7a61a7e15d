package io.entente.commission.accrual;

import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.standings.ReferralStanding;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.deals.SubmittedReferrals.Counted;
import io.entente.commission.deals.SubmittedReferrals.Known;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/**
 * A partner's history just before a deal. Its counters come from the head of its chain. Other figures are read only
 * if a rule needs them. The amount that is read does not grow with the number of deals or referrals.
 *
 * @param head head of the chain just before the deal
 * @param asking the deal that is priced; it is not part of its own history
 * @param gathered earlier deals of the same batch, which the store does not know yet
 */
record PartnerHistory(
        ChainHead head,
        Credited asking,
        List<Credited> gathered,
        CreditedDeals deals,
        ClientStandings standings,
        SubmittedReferrals referrals)
        implements History {

    @Override
    public long dealsThisYear() {
        return head.counters()
                .dealsByYear()
                .getOrDefault(asking.deal().closedOn().getYear(), 0L);
    }

    @Override
    public BigDecimal countedThisYear() {
        return head.counters().counted(asking.deal().closedOn().getYear());
    }

    @Override
    public Money clientRevenue() {
        Money revenue = standings
                .revenue(
                        asking.partnerId(),
                        asking.clientKey(),
                        asking.deal().basis().getCurrencyUnit(),
                        head.number())
                .minus(asking.deal().before());
        for (Credited other : gathered) {
            if (isOfClient(other)
                    && !other.deal().retainer()
                    && other.deal().direction() == Direction.INBOUND
                    && other.deal().basis().isSameCurrency(revenue)) {
                revenue = revenue.plus(other.deal().basis());
            }
        }
        return revenue;
    }

    @Override
    public ReferralDeals referral() {
        ReferralDeals booked =
                standings.referral(asking.partnerId(), asking.clientKey(), asking.referralId(), head.number());
        if (asking.deal().payment()) {
            return beforeRetainer(booked);
        }
        long earlier = booked.earlier();
        LocalDate first = booked.firstClosedOn();
        for (Credited other : gathered) {
            if (isOfClient(other) && other.referralId().equals(asking.referralId())) {
                earlier++;
                first = ReferralStanding.earliest(first, other.deal().closedOn());
            }
        }
        return new ReferralDeals(earlier, first);
    }

    /**
     * Returns only deals that were booked before the retainer, because a payment may come after later deals. Each deal therefore has the
     * same place among the others at its closing and at every payment. The client's transactions are read only if there are other deals.
     */
    private ReferralDeals beforeRetainer(ReferralDeals booked) {
        LocalDate closedOn = asking.deal().closedOn();
        if (booked.earlier() <= 1 && asking.counts()) {
            return new ReferralDeals(0, closedOn);
        }
        ReferralDeals before =
                standings.before(asking.partnerId(), asking.clientKey(), asking.referralId(), asking.dealId());
        return new ReferralDeals(before.earlier(), ReferralStanding.earliest(before.firstClosedOn(), closedOn));
    }

    @Override
    public Conversion conversion(Period window) {
        LocalDate to = asking.deal().closedOn();
        LocalDate from = to.minus(window);
        Counted stored = referrals.count(asking.partnerId(), from, to);
        long won = stored.won()
                + referrals.find(asking.partnerId(), wonNow()).stream()
                        .filter(Known::isOpen)
                        .filter(referral -> referral.isWithin(from, to))
                        .count();
        return new Conversion(stored.submitted(), won);
    }

    /** Returns the referrals that this deal and the earlier deals of the batch win. */
    private Collection<String> wonNow() {
        Set<String> won = new HashSet<>();
        won.add(asking.referralId());
        gathered.stream()
                .filter(other -> other.partnerId().equals(asking.partnerId()))
                .forEach(other -> won.add(other.referralId()));
        return won;
    }

    @Override
    public Money earnedThisYear(String planCode) {
        return head.counters()
                .earned(
                        asking.deal().earnedOn().getYear(),
                        planCode,
                        asking.deal().basis().getCurrencyUnit());
    }

    private boolean isOfClient(Credited other) {
        return other.partnerId().equals(asking.partnerId())
                && other.clientKey().equals(asking.clientKey())
                && !other.dealId().equals(asking.dealId());
    }
}
