package io.entente.partner.onboarding;

import io.entente.partner.onboarding.OnboardingEvent.OnboardingRequirementsMet;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepChanged;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepCompleted;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepOverdue;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepReopened;
import io.entente.partner.onboarding.OnboardingEvent.OnboardingStepWaived;
import io.entente.partner.onboarding.policy.OnboardingPolicy;
import io.entente.partner.onboarding.policy.StepTemplate;
import io.entente.partner.onboarding.policy.StepTemplate.Trigger;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The onboarding of one partner: the steps of a checklist that was in force when it began. A command returns its new state together with the
 * events that announce it.
 *
 * @param version 1 when it begins, increased by one with every change
 * @param sequence the number of its last event; 0 if it has none yet
 * @param policyVersion of the checklist
 * @param requirementsMetAt when everything that the policy requires was done or waived; null before
 */
public record Onboarding(
        String id,
        long version,
        long sequence,
        String partnerId,
        String partnerName,
        PartnershipModel model,
        int policyVersion,
        OnboardingStatus status,
        Instant startedAt,
        @Nullable Instant requirementsMetAt,
        List<OnboardingStep> steps) {

    private static final String ERASED = "erased";

    public Onboarding {
        steps = List.copyOf(steps);
    }

    /** The id of a partner's onboarding. A partner has one. */
    public static String idOf(String partnerId) {
        return DerivedId.of("onb", partnerId);
    }

    /** Begins the onboarding of a partner. It is announced with the partner's own step. */
    static Change<Onboarding, OnboardingEvent> begin(
            Partner partner, OnboardingPolicy policy, LocalDate today, Instant now) {
        PartnershipModel model = partner.application().model();
        List<OnboardingStep> steps = policy.checklist(model).stream()
                .map(template -> OnboardingStep.of(template, owner(partner, template), today))
                .toList();
        String partnerId = partner.id().value();
        return Change.nothing(new Onboarding(
                idOf(partnerId),
                1,
                0,
                partnerId,
                partner.application().name(),
                model,
                policy.version(),
                OnboardingStatus.RUNNING,
                now,
                null,
                steps));
    }

    private static String owner(Partner partner, StepTemplate template) {
        if (template.owner().equals(StepTemplate.PARTNER)) {
            return Actor.partner(partner.id().value()).value();
        }
        String role = template.owner().substring(template.owner().indexOf(':') + 1);
        return partner.colleague(role).orElse(template.owner());
    }

    /**
     * Completes a step. A step that is done stays as it is.
     *
     * @param evidence what shows it; null if nobody said it
     */
    Decision<Change<Onboarding, OnboardingEvent>> complete(
            String code, @Nullable String evidence, Actor by, Instant now) {
        return decide(code, step -> step.state() == StepState.DONE, step -> {
            if (by.isPartner() && !step.owner().equals(Actor.partner(partnerId).value())) {
                return Decision.rejected("The step %s is the firm's.".formatted(code));
            }
            if (step.needsEvidence() && evidence == null) {
                return Decision.rejected("The step %s needs evidence.".formatted(code));
            }
            return Decision.allowed(completed(step, evidence, by, now));
        });
    }

    private Change<Onboarding, OnboardingEvent> completed(
            OnboardingStep step, @Nullable String evidence, Actor by, Instant now) {
        OnboardingStep done = step.ended(StepState.DONE, by, now, evidence);
        return changed(List.of(done), List.of(new OnboardingStepCompleted(by, done)), by, now);
    }

    /** Decides that a step isn't needed. */
    Decision<Change<Onboarding, OnboardingEvent>> waive(String code, String reason, Actor by, Instant now) {
        return decide(code, step -> step.state() == StepState.WAIVED, step -> {
            OnboardingStep waived = step.ended(StepState.WAIVED, by, now, reason);
            return Decision.allowed(
                    changed(List.of(waived), List.of(new OnboardingStepWaived(by, waived, reason)), by, now));
        });
    }

    /** Opens a step again that was done or waived. If the partner has been activated because of it, it is too late. */
    Decision<Change<Onboarding, OnboardingEvent>> reopen(String code, String reason, Actor by, Instant now) {
        return decide(code, OnboardingStep::isOpen, step -> {
            if (step.isRequired() && requirementsMetAt != null) {
                return Decision.rejected("The partner has been activated since the step %s was done.".formatted(code));
            }
            OnboardingStep open = step.reopened();
            return Decision.allowed(
                    changed(List.of(open), List.of(new OnboardingStepReopened(by, open, reason)), by, now));
        });
    }

    /** Gives an open step another owner and due date. */
    Decision<Change<Onboarding, OnboardingEvent>> change(
            String code, String owner, LocalDate dueOn, Actor by, Instant now) {
        return decide(
                code,
                step -> step.isOpen()
                        && step.owner().equals(owner)
                        && step.dueOn().equals(dueOn),
                step -> {
                    if (!step.isOpen()) {
                        return Decision.rejected("The step %s is %s.".formatted(code, step.state()));
                    }
                    OnboardingStep changed = step.changed(owner, dueOn);
                    return Decision.allowed(
                            changed(List.of(changed), List.of(new OnboardingStepChanged(by, changed)), by, now));
                });
    }

    /** Completes the open steps that wait for what has happened elsewhere. */
    Change<Onboarding, OnboardingEvent> happened(Trigger trigger, String evidence, Instant now) {
        return onOpen(
                step -> step.completedBy() == trigger,
                step -> step.ended(StepState.DONE, Actor.SYSTEM, now, evidence),
                step -> new OnboardingStepCompleted(Actor.SYSTEM, step),
                Actor.SYSTEM,
                now);
    }

    /** Waives the open steps that are required, because the partner was activated without them. */
    Change<Onboarding, OnboardingEvent> waiveRequirements(@Nullable String reason, Actor by, Instant now) {
        return onOpen(
                OnboardingStep::isRequired,
                step -> step.ended(StepState.WAIVED, by, now, reason),
                step -> new OnboardingStepWaived(by, step, reason),
                by,
                now);
    }

    /** Announces the steps whose due dates have passed. */
    Change<Onboarding, OnboardingEvent> remind(LocalDate today, Instant now) {
        return onOpen(
                step -> step.isToRemind(today),
                step -> step.reminded(now),
                step -> new OnboardingStepOverdue(Actor.SYSTEM, step),
                Actor.SYSTEM,
                now);
    }

    private Change<Onboarding, OnboardingEvent> onOpen(
            Predicate<OnboardingStep> which,
            UnaryOperator<OnboardingStep> change,
            Function<OnboardingStep, OnboardingEvent> event,
            Actor by,
            Instant now) {
        if (status != OnboardingStatus.RUNNING) {
            return Change.nothing(this);
        }
        List<OnboardingStep> changed = steps.stream()
                .filter(OnboardingStep::isOpen)
                .filter(which)
                .map(change)
                .toList();
        return changed.isEmpty()
                ? Change.nothing(this)
                : changed(changed, changed.stream().map(event).toList(), by, now);
    }

    /** Ends the onboarding of a partner that is no longer in the program. */
    Onboarding close() {
        return status == OnboardingStatus.RUNNING ? with(OnboardingStatus.CLOSED, partnerName, steps) : this;
    }

    Onboarding renamed(String name) {
        return name.equals(partnerName) ? this : with(status, name, steps);
    }

    /** The same without what identifies a person or an organisation. It takes no commands, so nobody adds such a text again. */
    Onboarding erased() {
        if (partnerName.equals(ERASED)) {
            return this;
        }
        return with(
                OnboardingStatus.CLOSED,
                ERASED,
                steps.stream().map(OnboardingStep::erased).toList());
    }

    /** The same without a person in its texts. */
    Onboarding redacted(UnaryOperator<String> withoutPerson) {
        List<OnboardingStep> redacted =
                steps.stream().map(step -> step.redacted(withoutPerson)).toList();
        return redacted.equals(steps) ? this : with(status, partnerName, redacted);
    }

    private Onboarding with(OnboardingStatus to, String name, List<OnboardingStep> all) {
        return new Onboarding(
                id,
                version + 1,
                sequence,
                partnerId,
                name,
                model,
                policyVersion,
                to,
                startedAt,
                requirementsMetAt,
                all);
    }

    /** The day on which somebody has to be reminded of a step; empty if nobody has to be. */
    public Optional<LocalDate> remindFrom() {
        return status != OnboardingStatus.RUNNING
                ? Optional.empty()
                : steps.stream()
                        .filter(step -> step.isOpen() && step.remindedAt() == null)
                        .map(step -> step.dueOn().plusDays(1))
                        .min(Comparator.naturalOrder());
    }

    public Optional<OnboardingStep> step(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).findFirst();
    }

    private Decision<Change<Onboarding, OnboardingEvent>> decide(
            String code,
            Predicate<OnboardingStep> isDone,
            Function<OnboardingStep, Decision<Change<Onboarding, OnboardingEvent>>> command) {
        OnboardingStep step = step(code).orElseThrow();
        if (isDone.test(step)) {
            return Decision.allowed(Change.nothing(this));
        }
        return status == OnboardingStatus.CLOSED
                ? Decision.rejected("The onboarding is closed, because the partnership has ended.")
                : command.apply(step);
    }

    private Change<Onboarding, OnboardingEvent> changed(
            List<OnboardingStep> changes, List<? extends OnboardingEvent> because, Actor by, Instant now) {
        List<OnboardingStep> all = steps.stream()
                .map(step -> changes.stream()
                        .filter(change -> change.code().equals(step.code()))
                        .findFirst()
                        .orElse(step))
                .toList();
        List<OnboardingEvent> events = new ArrayList<>(because);
        boolean isMet = all.stream().noneMatch(step -> step.isOpen() && step.isRequired());
        if (isMet && requirementsMetAt == null) {
            events.add(new OnboardingRequirementsMet(by));
        }
        Onboarding next = new Onboarding(
                id,
                version + 1,
                sequence + events.size(),
                partnerId,
                partnerName,
                model,
                policyVersion,
                all.stream().anyMatch(OnboardingStep::isOpen) ? OnboardingStatus.RUNNING : OnboardingStatus.COMPLETED,
                startedAt,
                isMet && requirementsMetAt == null ? now : requirementsMetAt,
                all);
        return new Change<>(next, events);
    }
}
