package io.entente.partner.onboarding;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Stores onboardings and publishes their events. */
public interface Onboardings {

    Optional<Onboarding> find(String id);

    /** A page of the onboardings that a filter selects, in its order. */
    Page<Onboarding> list(OnboardingFilter filter, PageRequest page);

    /**
     * The ids of onboardings with a step whose owner has to be reminded.
     *
     * @param limit at most so many
     */
    List<String> toRemind(LocalDate today, int limit);

    /** @return false if the partner's onboarding has begun before */
    boolean add(Change<Onboarding, OnboardingEvent> begun);

    /**
     * Lets an onboarding decide, and stores and publishes what it decided. If another write comes in between, it decides again.
     *
     * @param decide must have no side effects, because it can be called several times
     * @return empty if there is no such onboarding
     */
    Optional<Decision<Onboarding>> change(
            String id, Function<Onboarding, Decision<Change<Onboarding, OnboardingEvent>>> decide);
}
