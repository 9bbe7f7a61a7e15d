package io.entente.commission.accrual;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerBatch;
import io.entente.commission.ledger.Posting;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.messaging.consume.NotYetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Accrues deals: one ledger transaction for each partner credited, in that partner's own chain. Each has its own cause, so
 * a crash between two of them is completed, and nothing doubled, when the deal is delivered again.
 */
@Component
public class AccrueCommissionHandler {

    private final PartnerProfiles profiles;
    private final PlanBooks books;
    private final Ledger ledger;

    public AccrueCommissionHandler(PartnerProfiles profiles, PlanBooks books, Ledger ledger) {
        this.profiles = profiles;
        this.books = books;
        this.ledger = ledger;
    }

    /**
     * Books what the deal earned whom.
     *
     * @return false where all of it was booked before
     * @throws NotYetException where a partner's profile hasn't come yet: then nothing is booked for anybody
     */
    public boolean accrue(Deal deal) {
        boolean booked = false;
        for (Posting posting : price(deal)) {
            booked |= ledger.append(posting);
        }
        return booked;
    }

    /** Begins to gather deals that are booked together. */
    public Gathered gather() {
        return new Gathered(ledger.batch());
    }

    private List<Posting> price(Deal deal) {
        List<PartnerProfile> partners = deal.credit().stream()
                .map(credit -> profiles.find(credit.partnerId())
                        .orElseThrow(() -> new NotYetException("the profile of partner " + credit.partnerId())))
                .toList();
        PlanBook book = books.inForce();
        return IntStream.range(0, partners.size())
                .mapToObj(i -> Pricing.price(deal, i, partners.get(i), book))
                .toList();
    }

    /** Deals on their way into the ledger together. */
    public final class Gathered {

        private final LedgerBatch batch;
        private final List<List<Posting>> deals = new ArrayList<>();

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
            List<Posting> postings = price(deal);
            postings.forEach(batch::add);
            deals.add(postings);
            return postings.size();
        }

        /** Books them all; for each deal in turn, whether that is done or {@link #accrue} must see to it. */
        public List<Boolean> book() {
            Set<String> written = batch.commit();
            return deals.stream()
                    .map(postings -> postings.stream().map(Posting::cause).allMatch(written::remove))
                    .toList();
        }
    }
}
