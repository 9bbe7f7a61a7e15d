package io.entente.commission.stream;

import io.entente.commission.accrual.AccrueDeals;
import io.entente.commission.accrual.AccrueDeals.Arrival;
import io.entente.platform.events.consume.BatchHandler;
import io.entente.platform.events.consume.Handled;
import io.entente.platform.events.consume.Received;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accrues the closed deals of a poll. */
@Component
class DealClosedListener implements BatchHandler<DealClosed> {

    private final AccrueDeals accrue;

    DealClosedListener(AccrueDeals accrue) {
        this.accrue = accrue;
    }

    @Override
    public List<Handled> handle(List<Received<DealClosed>> events) {
        return accrue.accrue(events.stream().map(DealClosedListener::arrival).toList()).stream()
                .map(booked -> booked ? Handled.APPLIED : Handled.DUPLICATE)
                .toList();
    }

    private static Arrival arrival(Received<DealClosed> received) {
        return new Arrival(
                received.event().toDeal(),
                handling -> received.onBehalf(() -> {
                    handling.run();
                    return Handled.APPLIED;
                }));
    }
}
