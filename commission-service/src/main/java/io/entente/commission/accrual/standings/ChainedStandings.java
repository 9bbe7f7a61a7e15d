package io.entente.commission.accrual.standings;

import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Adds up standings along the chain, starting after the last transaction of the last stored sum. Pricing a deal reads
 * only the few transactions of its client since then, whatever the length of the history and the place in it. A redelivery, a
 * reordering or a crash can't make a sum wrong, because it names its last transaction and that part of the chain never
 * changes.
 */
public final class ChainedStandings implements ClientStandings {

    /** The number of transactions of a client after which its standing is stored again. A smaller number would cost more writes. */
    public static final int MAX_BEHIND = 16;

    private final Ledger ledger;
    private final Transactions transactions;
    private final StoredStandings stored;

    public ChainedStandings(Ledger ledger, Transactions transactions, StoredStandings stored) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.stored = stored;
    }

    @Override
    public Money revenue(PartnerId partner, String clientKey, CurrencyUnit currency, long number) {
        ClientStanding known = stored.client(partner, clientKey, number);
        return known.plus(since(known, partner, clientKey, number)).revenue(currency);
    }

    @Override
    public Money revenueWithout(
            String dealId, PartnerId partner, String clientKey, CurrencyUnit currency, long number) {
        ClientStanding known = stored.client(partner, clientKey, number);
        List<LedgerTransaction> since = since(known, partner, clientKey, number);
        Money own = stored.retainer(partner, clientKey, dealId, number)
                .plus(since, dealId)
                .revenue(currency);
        return known.plus(since).revenue(currency).minus(own);
    }

    @Override
    public ReferralDeals referral(PartnerId partner, String clientKey, String referralId, long number) {
        return standing(partner, clientKey, referralId, number).deals();
    }

    @Override
    public ReferralDeals before(PartnerId partner, String clientKey, String referralId, String dealId) {
        long booked = transactions.find(List.of(Posting.causeOf(CommissionId.of(dealId, partner)))).stream()
                .findFirst()
                .map(closing -> closing.id().number())
                .orElse(Long.MAX_VALUE);
        long head = ledger.head(partner).number();
        LocalDate first = standing(partner, clientKey, referralId, head).firstBefore(booked);
        if (first == null) {
            return ReferralDeals.NONE;
        }
        long then = referral(partner, clientKey, referralId, Math.min(booked - 1, head))
                .earlier();
        return new ReferralDeals(Math.max(1, then), first);
    }

    private ReferralStanding standing(PartnerId partner, String clientKey, String referralId, long number) {
        ClientStanding known = stored.client(partner, clientKey, number);
        List<LedgerTransaction> since = since(known, partner, clientKey, number);
        ReferralStanding standing =
                stored.referral(partner, clientKey, referralId, number).plus(since, referralId);
        return standing.isFirstUnknown() ? found(partner, clientKey, referralId, number) : standing;
    }

    /**
     * Reads all deals of the client to find the first ones of a referral. This is needed once after one of these was
     * reversed or its day was corrected; then the result is stored.
     */
    private ReferralStanding found(PartnerId partner, String clientKey, String referralId, long number) {
        ReferralStanding standing =
                ReferralStanding.ofAll(transactions.ofClient(partner, clientKey, 0, number), referralId);
        stored.putReferral(partner, clientKey, referralId, standing);
        return standing;
    }

    /** The transactions of a client after its stored standing. Whenever there are {@value #MAX_BEHIND} more, the standing is stored. */
    private List<LedgerTransaction> since(ClientStanding known, PartnerId partner, String clientKey, long number) {
        List<LedgerTransaction> since = transactions.ofClient(partner, clientKey, known.upTo(), number);
        ClientStanding standing = known;
        for (int from = 0; from + MAX_BEHIND <= since.size(); from += MAX_BEHIND) {
            List<LedgerTransaction> block = since.subList(from, from + MAX_BEHIND);
            storeParts(block, partner, clientKey);
            standing = standing.plus(block);
            stored.putClient(partner, clientKey, standing);
        }
        return since;
    }

    /**
     * Stores the standings of the referrals and retainers before the client's, because everything that the client's standing
     * counts must also be in theirs.
     */
    private void storeParts(List<LedgerTransaction> block, PartnerId partner, String clientKey) {
        List<CreditedDeal> deals = block.stream()
                .flatMap(transaction -> transaction.deal().stream())
                .toList();
        long last = block.get(block.size() - 1).id().number();
        deals.stream().map(CreditedDeal::referralId).distinct().forEach(referral -> {
            ReferralStanding standing =
                    stored.referral(partner, clientKey, referral, last).plus(block, referral);
            if (standing.isFirstUnknown()) {
                found(partner, clientKey, referral, last);
            } else {
                stored.putReferral(partner, clientKey, referral, standing);
            }
        });
        deals.stream()
                .filter(CreditedDeal::isRetainer)
                .map(CreditedDeal::dealId)
                .distinct()
                .forEach(deal -> stored.putRetainer(
                        partner,
                        clientKey,
                        deal,
                        stored.retainer(partner, clientKey, deal, last).plus(block, deal)));
    }
}
