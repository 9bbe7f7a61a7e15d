package io.entente.commission.accrual.standings;

import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.recount.Counted;
import io.entente.commission.commissions.recount.Recount;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.plans.inputs.History.ReferralDeals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deals of one referral of a client, added up like {@link ClientStanding}.
 *
 * @param upTo number of the last transaction that is included; 0 for none
 * @param firsts the deals that closed earlier than every deal that was booked before them, in the order in which they were booked. They
 *     say which deal is the first one, and when the first year begins, for a deal at any place. Of more than {@value #MAX_FIRSTS}, the
 *     ones before the last are left out. Empty with deals if they are unknown, because one of them counts differently now.
 */
public record ReferralStanding(long upTo, ReferralDeals deals, List<First> firsts) {

    static final int MAX_FIRSTS = 32;

    public static final ReferralStanding NONE = new ReferralStanding(0, ReferralDeals.NONE, List.of());

    public ReferralStanding {
        firsts = List.copyOf(firsts);
    }

    /** @param number of the transaction that booked the closing of the deal */
    public record First(long number, String dealId, LocalDate closedOn) {}

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

    /** Returns the standing after all transactions of a client. It knows every day, so nothing is unknown. */
    static ReferralStanding ofAll(Collection<LedgerTransaction> ofClient, String referralId) {
        Map<String, Booked> inOrder = new LinkedHashMap<>();
        long upTo = 0;
        for (LedgerTransaction transaction : ofClient) {
            if (isOf(transaction, referralId)) {
                upTo = transaction.id().number();
                add(inOrder, transaction);
            }
        }
        ReferralStanding standing = NONE;
        for (Map.Entry<String, Booked> deal : inOrder.entrySet()) {
            Booked booked = deal.getValue();
            standing = standing.booked(booked.number(), deal.getKey(), booked.counted());
        }
        return new ReferralStanding(upTo, standing.deals, standing.firsts);
    }

    /** @param number of the transaction that booked the closing */
    private record Booked(long number, Counted counted) {}

    private static void add(Map<String, Booked> inOrder, LedgerTransaction transaction) {
        if (transaction.entry() instanceof Recount recount) {
            inOrder.computeIfPresent(
                    recount.deal().dealId(), (deal, booked) -> new Booked(booked.number(), recount.after()));
        } else {
            Posting booked = Posting.of(transaction);
            inOrder.putIfAbsent(
                    booked.deal().dealId(), new Booked(transaction.id().number(), Counted.of(booked)));
        }
    }

    /** Returns the day on which the first of the deals closed that were booked before a transaction; null if there is none. */
    @Nullable
    LocalDate firstBefore(long number) {
        LocalDate first = null;
        for (First each : firsts) {
            first = each.number() < number ? each.closedOn() : first;
        }
        return first;
    }

    /** Whether the first deals are unknown, because one of them counts differently now. */
    boolean isFirstUnknown() {
        return deals.earlier() > 0 && firsts.isEmpty();
    }

    private ReferralStanding plus(LedgerTransaction transaction) {
        long number = transaction.id().number();
        if (transaction.entry() instanceof Recount recount) {
            return recounted(number, recount.deal().dealId(), recount.before(), recount.after());
        }
        Posting booked = Posting.of(transaction);
        return booked(number, booked.deal().dealId(), Counted.of(booked));
    }

    private ReferralStanding booked(long number, String dealId, Counted counted) {
        if (!counted.isDeal()) {
            return new ReferralStanding(number, deals, firsts);
        }
        LocalDate first = deals.firstClosedOn();
        if (isFirstUnknown() || (first != null && !counted.closedOn().isBefore(first))) {
            return new ReferralStanding(number, new ReferralDeals(deals.earlier() + 1, first), firsts);
        }
        List<First> more = new ArrayList<>(firsts.subList(0, Math.min(firsts.size(), MAX_FIRSTS - 1)));
        more.add(new First(number, dealId, counted.closedOn()));
        return new ReferralStanding(number, new ReferralDeals(deals.earlier() + 1, counted.closedOn()), more);
    }

    private ReferralStanding recounted(long number, String dealId, Counted before, Counted after) {
        long count = deals.earlier() - (before.isDeal() ? 1 : 0) + (after.isDeal() ? 1 : 0);
        if (count == 0) {
            return new ReferralStanding(number, ReferralDeals.NONE, List.of());
        }
        boolean isSame = before.isDeal() == after.isDeal() && before.closedOn().equals(after.closedOn());
        if (isSame || (!isFirst(dealId) && !mayBeFirst(before, after))) {
            return new ReferralStanding(number, new ReferralDeals(count, deals.firstClosedOn()), firsts);
        }
        return new ReferralStanding(number, new ReferralDeals(count, null), List.of());
    }

    private boolean isFirst(String dealId) {
        return firsts.stream().anyMatch(first -> first.dealId().equals(dealId));
    }

    private boolean mayBeFirst(Counted before, Counted after) {
        return after.isDeal()
                && (!before.isDeal()
                        || firsts.isEmpty()
                        || after.closedOn().isBefore(firsts.get(0).closedOn()));
    }

    private static boolean isOf(LedgerTransaction transaction, String referralId) {
        boolean books = transaction.entry() instanceof Recount || transaction.entry() instanceof Posting;
        return books
                && transaction
                        .entry()
                        .creditedDeal()
                        .filter(deal ->
                                deal.payment() == null && deal.referralId().equals(referralId))
                        .isPresent();
    }

    /** Returns the earlier of two days. The first may be null. */
    public static LocalDate earliest(@Nullable LocalDate known, LocalDate other) {
        return known == null || other.isBefore(known) ? other : known;
    }
}
