package io.entente.commission.accrual;

import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Adds standings up along the chain, from the place where it last stopped. A deal costs the few transactions of its client
 * since then, however many there are before. The sum can't be wrong after a redelivery, a reordering or a crash, because it
 * says up to which transaction it goes and that part of the chain never changes.
 */
public final class ChainedStandings implements ClientStandings {

    /** Transactions that are added up again before the sum is stored; fewer would only cost more writes. */
    static final int MAX_BEHIND = 16;

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
            // A deal is delivered again after later ones were priced. That is rare, so nothing is kept for it.
            return ClientStanding.NONE.plus(all(partner, clientKey, number)).revenue(currency);
        }
        return known.plus(since(known, partner, clientKey, number)).revenue(currency);
    }

    @Override
    public ReferralDeals referral(PartnerId partner, String clientKey, String referralId, long number) {
        ClientStanding known = stored.client(partner, clientKey);
        ReferralStanding referral = stored.referral(partner, clientKey, referralId);
        if (known.upTo() > number || referral.upTo() > number) {
            return ReferralStanding.NONE
                    .plus(all(partner, clientKey, number), referralId)
                    .deals();
        }
        return referral.plus(since(known, partner, clientKey, number), referralId)
                .deals();
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

    /** Referrals first: all that a client's standing counts must be in its referrals' standings too. */
    private void store(ClientStanding known, List<LedgerTransaction> since, PartnerId partner, String clientKey) {
        since.stream()
                .flatMap(transaction -> transaction.deal().stream())
                .map(deal -> deal.referralId())
                .distinct()
                .forEach(referral -> stored.put(
                        partner,
                        clientKey,
                        referral,
                        stored.referral(partner, clientKey, referral).plus(since, referral)));
        stored.put(partner, clientKey, known.plus(since));
    }
}
