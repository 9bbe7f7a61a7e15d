package io.entente.commission.accrual;

import io.entente.commission.accrual.standings.ClientStandings;
import io.entente.commission.accrual.unpriced.UnpricedDeals;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.selfreferral.SelfReferrals;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.Transactions;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.commission.plans.pricing.PricingResult.Earned;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.events.consume.NotYetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Accrues deals, one or several at a time. Each credited partner gets one ledger transaction in its own chain. Each
 * transaction has its own cause, so if the process crashes between two of them, the redelivery writes only the
 * missing ones.
 *
 * <p>What a deal earns may depend on the partner's history, so it is priced on the head of the chain that its
 * transaction will follow. If the ledger refuses a transaction because another one came first, the remaining deals
 * are priced again on the new head. After the ledger is written, the deal is registered, and facts that arrived
 * before the deal, such as payments or a reversal, are settled. Repeating any of these steps changes nothing.
 */
public final class AccrueDeals {

    /** Accruing gives up after this many attempts. The deals are then delivered again. */
    private static final int MAX_ATTEMPTS = 100;

    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;
    private final Transactions transactions;
    private final CreditedDeals deals;
    private final ClientStandings standings;
    private final SubmittedReferrals referrals;
    private final Compliance compliance;
    private final SelfReferrals selfReferrals;
    private final CommissionLife life;
    private final SettleDeals settling;
    private final MoveEarlierDeals earlierDeals;
    private final RepriceDeals amended;
    private final UnpricedDeals unpriced;

    public AccrueDeals(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            Transactions transactions,
            CreditedDeals deals,
            ClientStandings standings,
            SubmittedReferrals referrals,
            Compliance compliance,
            SelfReferrals selfReferrals,
            CommissionLife life,
            SettleDeals settling,
            MoveEarlierDeals earlierDeals,
            RepriceDeals amended,
            UnpricedDeals unpriced) {
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
        this.transactions = transactions;
        this.deals = deals;
        this.standings = standings;
        this.referrals = referrals;
        this.compliance = compliance;
        this.selfReferrals = selfReferrals;
        this.life = life;
        this.settling = settling;
        this.earlierDeals = earlierDeals;
        this.amended = amended;
        this.unpriced = unpriced;
    }

    /**
     * A deal that is to be accrued.
     *
     * @param scope runs work in the calling thread as part of handling the deal's event
     */
    public record Arrival(Deal deal, Executor scope) {}

    /**
     * Books what the deals earned for each credited partner.
     *
     * @return for each deal, in order, whether anything was booked by this call; false if all of it was booked
     * before
     * @throws NotYetException if the profile of a partner has not arrived yet; nothing is booked in this case
     */
    public List<Boolean> accrue(List<Arrival> arrivals) {
        List<Line> lines = lines(arrivals);
        arrivals.stream().map(Arrival::deal).forEach(this::note);
        Set<String> booked = new HashSet<>();
        Set<String> known = new HashSet<>();
        Set<String> refused = new HashSet<>();
        OptimisticRetry.retryOnConflict(MAX_ATTEMPTS, () -> {
            List<Line> open = lines.stream()
                    .filter(line -> !booked.contains(line.cause()) && !known.contains(line.cause()))
                    .toList();
            return open.isEmpty() || book(open, booked, known, refused);
        });
        complete(
                arrivals.stream().map(Arrival::deal).toList(),
                lines.stream()
                        .map(line ->
                                refused.contains(line.cause()) ? line.credited().asRefused() : line.credited())
                        .toList());
        Set<Integer> applied = new HashSet<>();
        lines.stream().filter(line -> booked.remove(line.cause())).forEach(line -> applied.add(line.arrival()));
        return IntStream.range(0, arrivals.size()).mapToObj(applied::contains).toList();
    }

    /**
     * One partner's credit for a deal.
     *
     * @param arrival index of the deal, from 0
     */
    private record Line(int arrival, Arrival of, PartnerProfile partner, Credited credited) {

        String cause() {
            return Posting.causeOf(CommissionId.of(credited));
        }
    }

    private List<Line> lines(List<Arrival> arrivals) {
        profiles.prefetch(arrivals.stream()
                .flatMap(arrival -> arrival.deal().credit().stream())
                .map(credit -> credit.partnerId())
                .distinct()
                .toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            for (Credited credited : credited(arrival.deal()).toList()) {
                PartnerProfile partner = profiles.find(credited.partnerId())
                        .orElseThrow(() -> new NotYetException("the profile of partner " + credited.partnerId()));
                lines.add(new Line(i, arrival, partner, credited));
            }
        }
        return lines;
    }

    /**
     * Prices and writes the open lines until the ledger refuses one.
     *
     * @throws ConcurrentUpdateException if some lines were not written
     */
    private boolean book(List<Line> open, Set<String> booked, Set<String> known, Set<String> refused) {
        PlanBook book = books.inForce();
        LedgerBatch batch = ledger.batch();
        List<Credited> gathered = new ArrayList<>();
        Map<String, Posting> postings = new HashMap<>();
        for (Line line : open) {
            line.of().scope().execute(() -> {
                Posting posting = price(line, book, batch.end(line.partner().id()), gathered);
                batch.add(posting);
                postings.putIfAbsent(posting.cause(), posting);
            });
            Posting posting = postings.get(line.cause());
            if (posting != null && Postings.isRefused(posting)) {
                refused.add(line.cause());
            } else {
                gathered.add(line.credited());
            }
        }
        life.indexOpenings(postings.values().stream()
                .flatMap(posting -> Stream.ofNullable(posting.opening()))
                .toList());
        unpriced.note(postings.values());
        booked.addAll(batch.commit());
        List<String> left = postings.keySet().stream()
                .filter(cause -> !booked.contains(cause))
                .toList();
        if (left.isEmpty()) {
            return true;
        }
        Set<String> before = transactions.existing(left);
        known.addAll(before);
        if (before.size() < left.size()) {
            throw new ConcurrentUpdateException(
                    "%d of %d transactions are not in the ledger yet; they must be priced again"
                            .formatted(left.size() - before.size(), open.size()));
        }
        return true;
    }

    private Posting price(Line line, PlanBook book, ChainHead head, List<Credited> gathered) {
        Deal deal = line.of().deal();
        PartnerHistory history =
                new PartnerHistory(head, line.credited(), List.copyOf(gathered), deals, standings, referrals);
        Posting posting = Postings.unlessRefused(
                Postings.price(deal, line.credited().index(), line.partner(), book, history),
                line.partner(),
                selfReferrals);
        return posting.outcome() instanceof Earned
                ? Opening.of(posting, holds(deal, posting, line.partner()))
                : posting;
    }

    private List<Hold> holds(Deal deal, Posting posting, PartnerProfile partner) {
        return Stream.of(
                        compliance.holdFor(deal.referralId(), deal.country(), deal.closedOn(), deal.consent()),
                        selfReferrals.holdFor(posting.deal(), partner))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Registers the deal before it is booked, so that consent which is recorded in the meantime finds it. */
    private void note(Deal deal) {
        compliance.note(deal.referralId(), deal.id(), deal.country(), deal.closedOn());
    }

    /** Completes deals that are booked, by this call or by an earlier one. */
    private void complete(List<Deal> booked, List<Credited> credited) {
        deals.add(credited);
        referrals.won(credited);
        booked.stream()
                .filter(deal -> compliance.isAsked(deal.country(), deal.closedOn()))
                .forEach(deal -> compliance.liftIfGiven(deal.referralId()));
        earlierDeals.after(credited, books.inForce());
        List<String> ids = booked.stream().map(Deal::id).toList();
        settling.settle(ids);
        amended.apply(ids);
    }

    static Stream<Credited> credited(Deal deal) {
        return IntStream.range(0, deal.credit().size())
                .mapToObj(index -> new Credited(
                        index,
                        deal.credit().get(index).partnerId(),
                        deal.referralId(),
                        deal.client().key(),
                        deal.priced(),
                        deal.engagement(),
                        false,
                        false));
    }
}
