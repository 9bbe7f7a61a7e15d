package io.entente.commission.accrual;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionLife;
import io.entente.commission.commissions.Opening;
import io.entente.commission.commissions.Posting;
import io.entente.commission.commissions.release.Compliance;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.CreditedDeals.Credited;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.SubmittedReferrals;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.platform.events.consume.NotYetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Accrues deals: one ledger transaction for each partner credited, in that partner's own chain. Each has its own cause, so
 * a crash between two of them is completed, and nothing doubled, when the deal is delivered again.
 *
 * <p>What a deal earns may depend on the partner's past, so it is priced on the end of the chain that its transaction will
 * follow, and again where another transaction came before it. After the ledger the deal is registered, and what had happened
 * to it before it came, payments or a reversal, is settled; all of that again changes nothing.
 */
public final class AccrueCommissionHandler {

    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;
    private final CreditedDeals deals;
    private final SubmittedReferrals referrals;
    private final Compliance compliance;
    private final CommissionLife life;
    private final SettleDeals settling;
    private final MoveEarlierDeals earlierDeals;

    public AccrueCommissionHandler(
            PartnerProfiles profiles,
            PlanBooks books,
            Ledger ledger,
            CreditedDeals deals,
            SubmittedReferrals referrals,
            Compliance compliance,
            CommissionLife life,
            SettleDeals settling,
            MoveEarlierDeals earlierDeals) {
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
        this.deals = deals;
        this.referrals = referrals;
        this.compliance = compliance;
        this.life = life;
        this.settling = settling;
        this.earlierDeals = earlierDeals;
    }

    /**
     * Books what the deal earned whom.
     *
     * @return false where all of it was booked before
     * @throws NotYetException where a partner's profile hasn't come yet: then nothing is booked for anybody
     */
    public boolean accrue(Deal deal) {
        List<PartnerProfile> partners = partners(deal);
        PlanBook book = books.inForce();
        compliance.expect(deal.referralId(), deal.id(), deal.country(), deal.closedOn());
        boolean booked = false;
        for (int i = 0; i < partners.size(); i++) {
            int index = i;
            booked |= ledger.append(partners.get(i).id(), head -> {
                Posting posting = price(deal, index, partners.get(index), book, head, List.of());
                expect(List.of(posting));
                return Optional.of(posting);
            });
        }
        complete(List.of(deal));
        return booked;
    }

    /**
     * Begins to gather deals that are booked together.
     *
     * @param credited the partners that they credit
     */
    public Gathered gather(Collection<PartnerId> credited) {
        profiles.expect(credited);
        return new Gathered(ledger.batch());
    }

    private List<PartnerProfile> partners(Deal deal) {
        return deal.credit().stream()
                .map(credit -> profiles.find(credit.partnerId())
                        .orElseThrow(() -> new NotYetException("the profile of partner " + credit.partnerId())))
                .toList();
    }

    private Posting price(
            Deal deal, int index, PartnerProfile partner, PlanBook book, ChainHead head, List<Credited> gathered) {
        Credited credited = credited(deal, index);
        PartnerHistory history = PartnerHistory.of(head, credited, gathered, deals, referrals);
        Posting posting = Pricing.price(deal, index, partner, book, history);
        return Opening.of(
                posting,
                compliance
                        .holdFor(deal.referralId(), deal.country(), deal.closedOn(), deal.consent())
                        .orElse(null));
    }

    private static Credited credited(Deal deal, int index) {
        return new Credited(
                index,
                deal.credit().get(index).partnerId(),
                deal.referralId(),
                deal.client().key(),
                deal.priced());
    }

    private void expect(Collection<Posting> postings) {
        List<Commission> openings =
                postings.stream().map(Posting::opening).filter(Objects::nonNull).toList();
        life.expect(openings);
    }

    /** What follows from deals that are booked, now or before. */
    private void complete(List<Deal> booked) {
        List<Credited> credited = booked.stream()
                .flatMap(deal -> IntStream.range(0, deal.credit().size()).mapToObj(i -> credited(deal, i)))
                .toList();
        deals.add(credited);
        booked.stream()
                .filter(deal -> compliance.isAsked(deal.country(), deal.closedOn()))
                .forEach(deal -> compliance.settle(deal.referralId()));
        earlierDeals.after(credited, books.inForce());
        settling.settle(booked.stream().map(Deal::id).toList());
    }

    /** Deals on their way into the ledger together. */
    public final class Gathered {

        private final LedgerBatch batch;
        private final List<List<Posting>> postings = new ArrayList<>();
        private final List<Deal> gathered = new ArrayList<>();
        private final List<Credited> credited = new ArrayList<>();

        private Gathered(LedgerBatch batch) {
            this.batch = batch;
        }

        /**
         * Prices a deal and adds what it earned whom.
         *
         * @return how many partners it was priced for
         * @throws NotYetException where a partner's profile hasn't come yet
         */
        public int add(Deal deal) {
            List<PartnerProfile> partners = partners(deal);
            PlanBook book = books.inForce();
            List<Posting> priced = new ArrayList<>();
            for (int i = 0; i < partners.size(); i++) {
                PartnerProfile partner = partners.get(i);
                Posting posting = price(deal, i, partner, book, batch.end(partner.id()), credited);
                batch.add(posting);
                priced.add(posting);
            }
            IntStream.range(0, partners.size())
                    .mapToObj(i -> AccrueCommissionHandler.credited(deal, i))
                    .forEach(credited::add);
            postings.add(priced);
            gathered.add(deal);
            return priced.size();
        }

        /** Books them all; for each deal in turn, whether that is done or {@link #accrue} must see to it. */
        public List<Boolean> book() {
            gathered.forEach(deal -> compliance.expect(deal.referralId(), deal.id(), deal.country(), deal.closedOn()));
            expect(postings.stream().flatMap(List::stream).toList());
            Set<String> written = batch.commit();
            List<Boolean> done = postings.stream()
                    .map(priced -> priced.stream().map(Posting::cause).allMatch(written::remove))
                    .toList();
            complete(IntStream.range(0, done.size())
                    .filter(done::get)
                    .mapToObj(gathered::get)
                    .toList());
            return done;
        }
    }
}
