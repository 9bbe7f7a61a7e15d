package io.entente.commission.stream;

import io.entente.commission.accrual.RepriceDeals;
import io.entente.commission.commissions.settlement.SettleDeals;
import io.entente.commission.deals.DealFiles.Filed;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.envelope.EventEnvelope;
import org.springframework.stereotype.Component;

/** Takes back the commission of a reversed deal, which doesn't count any more. */
@Component
public class DealReversedListener implements EventHandler<DealReversed> {

    private final SettleDeals settling;
    private final RepriceDeals amended;

    DealReversedListener(SettleDeals settling, RepriceDeals amended) {
        this.settling = settling;
        this.amended = amended;
    }

    @Override
    public Handled handle(DealReversed event, EventEnvelope envelope) {
        Filed filed = settling.record(event.toFact(envelope.id()));
        if (event.isWhole() && (filed == Filed.NEW || filed == Filed.SAME)) {
            amended.record(event.toReversed(envelope.sequence()));
        }
        return switch (filed) {
            case NEW -> Handled.APPLIED;
            case SAME -> Handled.DUPLICATE;
            case OTHER, FULL, REFUSED ->
                throw new IllegalStateException(
                        "The reversal of deal %s can't be recorded: %s".formatted(event.dealId(), filed));
        };
    }
}
