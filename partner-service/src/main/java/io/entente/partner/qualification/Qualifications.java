package io.entente.partner.qualification;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.util.Optional;
import java.util.function.Function;

/** Stores qualifications and publishes their events. */
public interface Qualifications {

    Optional<Qualification> find(String id);

    /** @return false if the partner has a qualification already */
    boolean add(Change<Qualification, QualificationAssessed> first);

    /**
     * Lets a qualification decide, and stores and publishes what it decided. If another write comes in between, it decides again.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if there is no such qualification
     */
    Optional<Decision<Qualification>> change(
            String id, Function<Qualification, Decision<Change<Qualification, QualificationAssessed>>> decide);
}
