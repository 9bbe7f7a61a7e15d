package io.entente.partner.applications;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores applications and publishes their events. */
public interface Applications {

    Optional<PartnerApplication> find(String id);

    /**
     * Stores a new application and publishes its events.
     *
     * @return false if an application with this id exists, because the request is repeated
     */
    boolean add(Change<PartnerApplication, ApplicationEvent> submitted, Receipt receipt);

    /** The receipt of the request that created the application. */
    Optional<Receipt> receipt(String id);

    /**
     * Lets an application decide, and stores and publishes what it decided. If another write comes in between, it decides again.
     *
     * @return empty if there is no such application
     */
    Optional<Decision<PartnerApplication>> change(
            String id, Function<PartnerApplication, Decision<Change<PartnerApplication, ApplicationEvent>>> decide);

    /** Some applications whose time is over, those first whose time has been over for longest. */
    List<PartnerApplication> due(Instant now, int limit);

    /** Removes an application whose time is over and whose events are published. */
    void forget(String id, Instant now);
}
