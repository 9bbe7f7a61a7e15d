package io.entente.partner.onboarding;

import io.entente.partner.onboarding.policy.OnboardingPolicy;
import io.entente.partner.onboarding.policy.StepTemplate.Trigger;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.Partners;
import io.entente.partner.partnership.TextsAboutPartners;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.policy.PolicyVersions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out the commands on onboardings, and follows what happens to their partners. */
public final class ManageOnboarding implements TextsAboutPartners {

    private final Onboardings onboardings;
    private final Partners partners;
    private final PolicyVersions<OnboardingPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    /** @param zone of the program's days */
    public ManageOnboarding(
            Onboardings onboardings,
            Partners partners,
            PolicyVersions<OnboardingPolicy> policies,
            ZoneId zone,
            Clock clock) {
        this.onboardings = onboardings;
        this.partners = partners;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Begins the onboarding of a partner, with the checklist that is in force on the day.
     *
     * @return false if it has begun before, or if there is no such partner
     */
    public boolean begin(String partnerId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return partners.find(new PartnerId(partnerId))
                .map(partner -> onboardings.add(Onboarding.begin(partner, policies.on(day), day, at)))
                .orElse(false);
    }

    /** @return empty if the partner has no onboarding */
    public Optional<Decision<Onboarding>> complete(
            String partnerId, String step, @Nullable String evidence, Actor by, Consumer<Onboarding> precondition) {
        return command(partnerId, precondition, each -> each.complete(step, evidence, by, clock.instant()));
    }

    /** @return empty if the partner has no onboarding */
    public Optional<Decision<Onboarding>> waive(
            String partnerId, String step, String reason, Actor by, Consumer<Onboarding> precondition) {
        return command(partnerId, precondition, each -> each.waive(step, reason, by, clock.instant()));
    }

    /** @return empty if the partner has no onboarding */
    public Optional<Decision<Onboarding>> reopen(
            String partnerId, String step, String reason, Actor by, Consumer<Onboarding> precondition) {
        return command(partnerId, precondition, each -> each.reopen(step, reason, by, clock.instant()));
    }

    /** @return empty if the partner has no onboarding */
    public Optional<Decision<Onboarding>> change(
            String partnerId, String step, String owner, LocalDate dueOn, Actor by, Consumer<Onboarding> precondition) {
        return command(partnerId, precondition, each -> each.change(step, owner, dueOn, by, clock.instant()));
    }

    private Optional<Decision<Onboarding>> command(
            String partnerId,
            Consumer<Onboarding> precondition,
            Function<Onboarding, Decision<Change<Onboarding, OnboardingEvent>>> command) {
        return onboardings.change(Onboarding.idOf(partnerId), onboarding -> {
            precondition.accept(onboarding);
            return command.apply(onboarding);
        });
    }

    /**
     * The partner has made a referral.
     *
     * @return whether that completed a step
     */
    public boolean referralMade(String partnerId, String referralId) {
        return follow(
                partnerId, onboarding -> onboarding.happened(Trigger.FIRST_REFERRAL, referralId, clock.instant()));
    }

    /**
     * The partner was activated without a complete onboarding.
     *
     * @return whether that waived a step
     */
    public boolean activatedWithoutOnboarding(String partnerId, @Nullable String reason, Actor by) {
        return follow(partnerId, onboarding -> onboarding.waiveRequirements(reason, by, clock.instant()));
    }

    /** @return whether its onboarding was running */
    public boolean partnershipEnded(String partnerId) {
        return follow(partnerId, onboarding -> Change.nothing(onboarding.close()));
    }

    /** @return whether it has an onboarding under another name */
    public boolean partnerRenamed(String partnerId, String name) {
        return follow(partnerId, onboarding -> Change.nothing(onboarding.renamed(name)));
    }

    @Override
    public void eraseTexts(PartnerId partnerId) {
        follow(partnerId.value(), onboarding -> Change.nothing(onboarding.erased()));
    }

    @Override
    public void redactTexts(PartnerId partnerId, UnaryOperator<String> withoutPerson) {
        follow(partnerId.value(), onboarding -> Change.nothing(onboarding.redacted(withoutPerson)));
    }

    /** @return whether there is an onboarding, and it has changed */
    private boolean follow(String partnerId, Function<Onboarding, Change<Onboarding, OnboardingEvent>> change) {
        boolean[] hasChanged = new boolean[1];
        onboardings.change(Onboarding.idOf(partnerId), onboarding -> {
            Change<Onboarding, OnboardingEvent> next = change.apply(onboarding);
            hasChanged[0] = next.state().version() != onboarding.version();
            return Decision.allowed(next);
        });
        return hasChanged[0];
    }
}
