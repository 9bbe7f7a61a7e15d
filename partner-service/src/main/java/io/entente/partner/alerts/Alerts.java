package io.entente.partner.alerts;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.util.Optional;
import java.util.function.Function;

/** Stores alerts and publishes their events. */
public interface Alerts {

    Optional<Alert> find(String id);

    /** A page of the alerts that a filter selects, in its order. */
    Page<Alert> list(AlertFilter filter, PageRequest page);

    /** Stores the first alert of its kind. Returns false if another instance was faster. */
    boolean add(Change<Alert, AlertRaised> first);

    /**
     * Lets an alert decide, and stores and publishes what it decided.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if there is no such alert
     */
    Optional<Decision<Alert>> change(String id, Function<Alert, Decision<Change<Alert, AlertRaised>>> decide);
}
