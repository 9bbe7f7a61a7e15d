package io.entente.commission.payments;

import io.entente.commission.deals.CreditedDeals;
import io.entente.commission.deals.DealFacts;
import io.entente.commission.deals.ListedFact;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tells finance of payments that have not found their deal in time. The cost grows only with the notices that are due.
 * If the process crashes after a notice was published, the next sweep publishes the same notice again, which changes
 * nothing.
 */
public final class NotifyUnmatched {

    /** The number of notices that are read at once. */
    private static final int BLOCK_NOTICES = 100;

    private final DealFacts facts;
    private final CreditedDeals deals;
    private final PaymentNotices notices;
    private final Clock clock;

    public NotifyUnmatched(DealFacts facts, CreditedDeals deals, PaymentNotices notices, Clock clock) {
        this.facts = facts;
        this.deals = deals;
        this.notices = notices;
        this.clock = clock;
    }

    /** Publishes all notices that are due. */
    public void sweep() {
        List<ListedFact> due;
        do {
            due = facts.dueForNotice(clock.instant(), BLOCK_NOTICES);
            due.forEach(this::publish);
        } while (due.size() == BLOCK_NOTICES);
    }

    private void publish(ListedFact report) {
        String partner = deals.ofDeal(report.fact().dealId()).stream()
                .findFirst()
                .map(credited -> credited.partnerId().value())
                .orElse(null);
        notices.publish(new PaymentNotice(report, partner, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        facts.noticed(report.fact());
    }
}
