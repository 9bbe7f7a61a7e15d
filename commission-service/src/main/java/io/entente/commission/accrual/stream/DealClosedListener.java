package io.entente.commission.accrual.stream;

import io.entente.commission.accrual.AccrueCommissionHandler;
import io.entente.messaging.consume.EventHandler;
import io.entente.messaging.consume.Handled;
import io.entente.messaging.envelope.EventEnvelope;
import org.springframework.stereotype.Component;

/** Has a closed deal accrued. */
@Component
class DealClosedListener implements EventHandler<DealClosed> {

    private final AccrueCommissionHandler handler;

    DealClosedListener(AccrueCommissionHandler handler) {
        this.handler = handler;
    }

    @Override
    public Handled handle(DealClosed event, EventEnvelope envelope) {
        return handler.accrue(event.toDeal()) ? Handled.APPLIED : Handled.DUPLICATE;
    }
}
