package io.entente.commission.stream;

import io.entente.commission.accrual.RepriceDeals;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.envelope.EventEnvelope;
import org.springframework.stereotype.Component;

/** Prices a corrected deal again. */
@Component
class DealCorrectedListener implements EventHandler<DealCorrected> {

    private final RepriceDeals reprice;

    DealCorrectedListener(RepriceDeals reprice) {
        this.reprice = reprice;
    }

    @Override
    public Handled handle(DealCorrected event, EventEnvelope envelope) {
        reprice.record(event.toCorrected(envelope.sequence()));
        return Handled.APPLIED;
    }
}
