package io.entente.commission.accrual;

import io.entente.commission.ledger.Ledger;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.plans.PlanBook;
import io.entente.commission.plans.PlanBooks;
import io.entente.messaging.consume.NotYetException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Accrues a deal: one ledger transaction for each partner credited, in that partner's own chain. Each has its own cause, so
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
        List<PartnerProfile> partners = deal.credit().stream()
                .map(credit -> profiles.find(credit.partnerId())
                        .orElseThrow(() -> new NotYetException("the profile of partner " + credit.partnerId())))
                .toList();
        PlanBook book = books.inForce();
        boolean booked = false;
        for (int i = 0; i < partners.size(); i++) {
            booked |= ledger.append(Pricing.price(deal, i, partners.get(i), book));
        }
        return booked;
    }
}
