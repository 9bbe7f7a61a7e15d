package io.entente.commission.accrual.standings;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The deals of a referral, counted along the partner's chain like {@link ClientStanding}.
 *
 * @param upTo number of the last transaction that is included; 0 for none
 */
public record ReferralStanding(long upTo, ReferralDeals deals) {

    public static final ReferralStanding NONE = new ReferralStanding(0, ReferralDeals.NONE);

    /**
     * Returns the standing with the new transactions of this referral included. They must be given in order.
     *
     * @param ofClient transactions of the client; those of other referrals and those already included are ignored
     */
    public ReferralStanding plus(Collection<LedgerTransaction> ofClient, String referralId) {
        ReferralStanding standing = this;
        for (LedgerTransaction transaction : ofClient) {
            if (transaction.id().number() > upTo && isOf(transaction, referralId)) {
                standing = standing.plus(transaction);
            }
        }
        return standing;
    }

    /** Returns the standing after all transactions of a client. It knows every day, so the first one is never unknown. */
    static ReferralStanding ofAll(Collection<LedgerTransaction> ofClient, String referralId) {
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        long upTo = 0;
        for (LedgerTransaction transaction : ofClient) {
            if (isOf(transaction, referralId)) {
                upTo = transaction.id().number();
                add(days, transaction);
            }
        }
        long count = days.values().stream().mapToLong(Integer::longValue).sum();
        return new ReferralStanding(upTo, new ReferralDeals(count, days.isEmpty() ? null : days.firstKey()));
    }

    /** Returns the deals that were booked before another one, as they count after all transactions of a client. */
    static ReferralDeals before(Collection<LedgerTransaction> ofClient, String referralId, String dealId) {
        Map<String, Counted> inOrder = new LinkedHashMap<>();
        for (LedgerTransaction transaction : ofClient) {
            if (isOf(transaction, referralId)) {
                if (!(transaction.entry() instanceof Recount recount)) {
                    Posting booked = Posting.of(transaction);
                    inOrder.putIfAbsent(booked.deal().dealId(), Counted.of(booked));
                } else if (recount.deal().payment() == null) {
                    inOrder.put(recount.deal().dealId(), recount.after());
                }
            }
        }
        List<LocalDate> days = inOrder.entrySet().stream()
                .takeWhile(deal -> !deal.getKey().equals(dealId))
                .map(Map.Entry::getValue)
                .filter(Counted::isDeal)
                .map(Counted::closedOn)
                .sorted()
                .toList();
        return new ReferralDeals(days.size(), days.isEmpty() ? null : days.get(0));
    }

    /** Whether the day of the first deal is unknown, because the deal that was the first doesn't count any more. */
    boolean isFirstUnknown() {
        return deals.earlier() > 0 && deals.firstClosedOn() == null;
    }

    private ReferralStanding plus(LedgerTransaction transaction) {
        long number = transaction.id().number();
        if (transaction.entry() instanceof Recount recount) {
            return minus(number, recount.before()).plus(number, recount.after());
        }
        return plus(number, Counted.of(Posting.of(transaction)));
    }

    private ReferralStanding plus(long number, Counted counted) {
        if (!counted.isDeal()) {
            return new ReferralStanding(number, deals);
        }
        LocalDate first = isFirstUnknown() ? null : earliest(deals.firstClosedOn(), counted.closedOn());
        return new ReferralStanding(number, new ReferralDeals(deals.earlier() + 1, first));
    }

    private ReferralStanding minus(long number, Counted counted) {
        if (!counted.isDeal()) {
            return new ReferralStanding(number, deals);
        }
        boolean wasFirst = counted.closedOn().equals(deals.firstClosedOn());
        return new ReferralStanding(
                number, new ReferralDeals(deals.earlier() - 1, wasFirst ? null : deals.firstClosedOn()));
    }

    private static boolean isOf(LedgerTransaction transaction, String referralId) {
        if (transaction.entry() instanceof Recount recount) {
            return recount.deal().referralId().equals(referralId);
        }
        return transaction.entry() instanceof Posting posting
                && posting.deal().payment() == null
                && posting.deal().referralId().equals(referralId);
    }

    private static void add(TreeMap<LocalDate, Integer> days, LedgerTransaction transaction) {
        Counted counted;
        if (transaction.entry() instanceof Recount recount) {
            if (recount.before().isDeal()) {
                days.computeIfPresent(recount.before().closedOn(), (day, count) -> count == 1 ? null : count - 1);
            }
            counted = recount.after();
        } else {
            counted = Counted.of(Posting.of(transaction));
        }
        if (counted.isDeal()) {
            days.merge(counted.closedOn(), 1, Integer::sum);
        }
    }

    /** Returns the earlier of two days. The first may be null. */
    public static LocalDate earliest(@Nullable LocalDate known, LocalDate other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}
