package io.entente.commission.accrual.stream;

import io.entente.commission.accrual.AccrueCommissionHandler;
import io.entente.commission.accrual.AccrueCommissionHandler.Gathered;
import io.entente.messaging.consume.BatchHandler;
import io.entente.messaging.consume.Handled;
import io.entente.messaging.consume.Received;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Has the closed deals of a poll accrued. */
@Component
class DealClosedListener implements BatchHandler<DealClosed> {

    private final AccrueCommissionHandler handler;

    DealClosedListener(AccrueCommissionHandler handler) {
        this.handler = handler;
    }

    @Override
    public List<Handled> handle(List<Received<DealClosed>> events) {
        if (events.size() == 1) {
            return List.of(one(events.get(0)));
        }
        Gathered gathered = handler.gather();
        events.forEach(received ->
                received.onBehalf(() -> gathered.add(received.event().toDeal())));
        List<Boolean> booked = gathered.book();
        return IntStream.range(0, events.size())
                .mapToObj(i -> booked.get(i) ? Handled.APPLIED : one(events.get(i)))
                .toList();
    }

    private Handled one(Received<DealClosed> received) {
        return received.onBehalf(() -> handler.accrue(received.event().toDeal()) ? Handled.APPLIED : Handled.DUPLICATE);
    }
}
