package io.entente.commission.accrual.standings;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Adds up standings along the chain, starting after the last transaction of the stored sum. Pricing a deal reads
 * only the few transactions of its client since then, whatever the length of the history. A redelivery, a reordering
 * or a crash can't make the sum wrong, because the sum names its last transaction and that part of the chain never
 * changes.
 */
public final class ChainedStandings implements ClientStandings {

    /**
     * The number of transactions that are added up again before the sum is stored. A smaller number would cost more
     * writes.
     */
    public static final int MAX_BEHIND = 16;

    private final Transactions transactions;
    private final StoredStandings stored;

    public ChainedStandings(Transactions transactions, StoredStandings stored) {
        this.transactions = transactions;
        this.stored = stored;
    }

    @Override
    public Money revenue(PartnerId partner, String clientKey, CurrencyUnit currency, long number) {
        ClientStanding known = stored.client(partner, clientKey);
        if (known.upTo() > number) {
            // A deal was delivered again after later deals were priced. This is rare, so its sum is not stored.
            return ClientStanding.NONE.plus(all(partner, clientKey, number)).revenue(currency);
        }
        return known.plus(since(known, partner, clientKey, number)).revenue(currency);
    }

    @Override
    public Money revenueWithout(
            String dealId, PartnerId partner, String clientKey, CurrencyUnit currency, long number) {
        List<LedgerTransaction> others = all(partner, clientKey, number).stream()
                .filter(transaction -> transaction
                        .entry()
                        .creditedDeal()
                        .filter(deal -> deal.dealId().equals(dealId))
                        .isEmpty())
                .toList();
        return ClientStanding.NONE.plus(others).revenue(currency);
    }

    @Override
    public ReferralDeals referral(PartnerId partner, String clientKey, String referralId, long number) {
        ClientStanding known = stored.client(partner, clientKey);
        ReferralStanding referral = stored.referral(partner, clientKey, referralId);
        if (known.upTo() > number || referral.upTo() > number) {
            return ReferralStanding.ofAll(all(partner, clientKey, number), referralId)
                    .deals();
        }
        ReferralStanding standing = referral.plus(since(known, partner, clientKey, number), referralId);
        return standing.isFirstUnknown()
                ? found(partner, clientKey, referralId, number).deals()
                : standing.deals();
    }

    @Override
    public ReferralDeals before(PartnerId partner, String clientKey, String referralId, String dealId) {
        return ReferralStanding.before(all(partner, clientKey, Long.MAX_VALUE), referralId, dealId);
    }

    /**
     * Reads all deals of the client to find the first one of a referral. This is needed once after the first deal was
     * reversed or its day was corrected; then the result is stored.
     */
    private ReferralStanding found(PartnerId partner, String clientKey, String referralId, long number) {
        ReferralStanding standing = ReferralStanding.ofAll(all(partner, clientKey, number), referralId);
        stored.put(partner, clientKey, referralId, standing);
        return standing;
    }

    private List<LedgerTransaction> all(PartnerId partner, String clientKey, long number) {
        return transactions.ofClient(partner, clientKey, 0, number);
    }

    private List<LedgerTransaction> since(ClientStanding known, PartnerId partner, String clientKey, long number) {
        List<LedgerTransaction> since = transactions.ofClient(partner, clientKey, known.upTo(), number);
        if (since.size() >= MAX_BEHIND) {
            store(known, since, partner, clientKey);
        }
        return since;
    }

    /**
     * Stores the standings of the referrals before the client's, because everything that the client's standing
     * counts must also be in those of its referrals.
     */
    private void store(ClientStanding known, List<LedgerTransaction> since, PartnerId partner, String clientKey) {
        since.stream()
                .flatMap(transaction -> transaction.deal().stream())
                .map(deal -> deal.referralId())
                .distinct()
                .forEach(referral -> store(
                        stored.referral(partner, clientKey, referral).plus(since, referral),
                        since,
                        partner,
                        clientKey,
                        referral));
        stored.put(partner, clientKey, known.plus(since));
    }

    private void store(
            ReferralStanding standing,
            List<LedgerTransaction> since,
            PartnerId partner,
            String clientKey,
            String referral) {
        if (standing.isFirstUnknown()) {
            long last = since.get(since.size() - 1).id().number();
            found(partner, clientKey, referral, last);
        } else {
            stored.put(partner, clientKey, referral, standing);
        }
    }
}
