package io.entente.commission.plans.publication;

import io.entente.platform.domain.Change;
import java.util.Collection;
import java.util.Map;

/** Stores what was told about each plan, and publishes the events. */
public interface PlanPublications {

    /** What was told about these plans, by the plan's code. Plans of which nothing was told are missing. */
    Map<String, PlanPublication> find(Collection<String> codes);

    /**
     * Stores what was told after an event, and publishes the event in the same write.
     *
     * @return false if another instance was faster, so that nothing was written
     */
    boolean publish(Change<PlanPublication, PlanEvent> change);
}
