package io.entente.commission.stream;

import io.entente.commission.accrual.AccrueCommissionHandler;
import io.entente.commission.accrual.AccrueCommissionHandler.Gathered;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.stream.DealClosed.CreditShare;
import io.entente.platform.events.consume.BatchHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.consume.Received;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
        Gathered gathered = handler.gather(credited(events));
        events.forEach(received ->
                received.onBehalf(() -> gathered.add(received.event().toDeal())));
        List<Boolean> booked = gathered.book();
        return IntStream.range(0, events.size())
                .mapToObj(i -> booked.get(i) ? Handled.APPLIED : one(events.get(i)))
                .toList();
    }

    /** As far as they can be read; what can't be fails when its turn comes. */
    private static Set<PartnerId> credited(List<Received<DealClosed>> events) {
        return events.stream()
                .map(received -> received.event().credit())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(CreditShare::partnerId)
                .filter(Objects::nonNull)
                .map(PartnerId::new)
                .collect(Collectors.toSet());
    }

    private Handled one(Received<DealClosed> received) {
        return received.onBehalf(() -> handler.accrue(received.event().toDeal()) ? Handled.APPLIED : Handled.DUPLICATE);
    }
}
