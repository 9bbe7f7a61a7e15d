package io.entente.partner.partnership;

import io.entente.partner.partnership.PartnerEvent.PartnerApplied;
import io.entente.partner.partnership.PartnerEvent.PartnerContactDeparted;
import io.entente.partner.partnership.PartnerEvent.PartnerMerged;
import io.entente.partner.partnership.PartnerEvent.PartnerTierChanged;
import io.entente.partner.partnership.PartnerEvent.PauseReviewDue;
import io.entente.partner.partnership.details.ContactLevel;
import io.entente.partner.partnership.details.Departure;
import io.entente.partner.partnership.details.PartnerRisk;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory;
import io.entente.partner.partnership.tier.TierHistory.TierPeriod;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A partner of the firm. A command returns the partner's new state together with the events that announce it.
 *
 * @param version 1 for a new partner, increased by one with every change
 * @param sequence the number of the partner's last event
 * @param activatedAt when the partner was activated for the first time; null before
 * @param steps its way through the lifecycle, the oldest step first; without the application, and without steps from before they were
 *     kept
 * @param departures the contacts that have left, the oldest first
 * @param tiers by day; the tier of {@code application} is the one that has begun
 */
public record Partner(
        PartnerId id,
        long version,
        long sequence,
        Standing standing,
        RegisterPartner application,
        Instant appliedAt,
        @Nullable Instant activatedAt,
        List<LifecycleStep> steps,
        List<Departure> departures,
        TierHistory tiers) {

    /** The statuses in which the firm counts on the partner. */
    private static final Set<PartnerStatus> COUNTED_ON =
            Set.of(PartnerStatus.APPROVED, PartnerStatus.ONBOARDING, PartnerStatus.ACTIVE, PartnerStatus.PAUSED);

    private static final String IS_ERASED = "The personal data of this partner is erased.";

    public Partner {
        steps = List.copyOf(steps);
        departures = List.copyOf(departures);
    }

    /** A new partner that has applied to the program. */
    public static Change<Partner, PartnerEvent> apply(
            PartnerId id, RegisterPartner application, Actor actor, Instant now) {
        Standing applied = new Standing(PartnerStatus.APPLIED, now, null, null);
        return Change.of(
                new Partner(
                        id,
                        1,
                        1,
                        applied,
                        application,
                        now,
                        null,
                        List.of(),
                        List.of(),
                        TierHistory.always(application.tier())),
                new PartnerApplied(actor));
    }

    public PartnerStatus status() {
        return standing.status();
    }

    /**
     * Takes a step through the lifecycle. A command that was carried out before changes nothing.
     *
     * @param text the reason, the question, the answer or the evidence
     * @param until the day that comes with it
     * @param event announces the step
     */
    public Decision<Change<Partner, PartnerEvent>> step(
            PartnerAction action, @Nullable String text, @Nullable LocalDate until, PartnerEvent event, Instant now) {
        if (isDone(action, text, until)) {
            return Decision.allowed(Change.nothing(this));
        }
        Optional<String> refusal = refusal(action);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        PartnerStatus to = Lifecycle.next(status(), action).orElseThrow();
        LifecycleStep step =
                new LifecycleStep(action, status(), to, now, event.actor().value(), text, until);
        List<LifecycleStep> all = new ArrayList<>(steps);
        all.add(step);
        Instant activated = activatedAt == null && to == PartnerStatus.ACTIVE ? now : activatedAt;
        return Decision.allowed(Change.of(
                new Partner(
                        id,
                        version + 1,
                        sequence + 1,
                        standing.after(step),
                        application,
                        appliedAt,
                        activated,
                        all,
                        departures,
                        tiers),
                event));
    }

    /**
     * Ends this record, because it is about the same company as another one. Its referrals and its money stay its own, as after a
     * deactivation.
     */
    public Decision<Change<Partner, PartnerEvent>> mergeInto(PartnerId other, String reason, Actor actor, Instant now) {
        PartnerId before = standing.mergedInto();
        if (before != null) {
            return before.equals(other)
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected("The partner is merged into %s already.".formatted(before));
        }
        return step(PartnerAction.MERGE, reason, null, new PartnerMerged(actor, other, reason), now)
                .map(change -> new Change<>(change.state().merged(other), change.events()));
    }

    private Partner merged(PartnerId into) {
        return new Partner(
                id,
                version,
                sequence,
                standing.merged(into),
                application,
                appliedAt,
                activatedAt,
                steps,
                departures,
                tiers);
    }

    /** Reminds whoever is responsible that a pause has to be looked at again. If nobody has to be reminded today, nothing changes. */
    public Change<Partner, PartnerEvent> remindOfPause(LocalDate today, Actor actor, Instant now) {
        LocalDate reviewOn = standing.reviewOn();
        if (reviewOn == null || reviewOn.isAfter(today)) {
            return Change.nothing(this);
        }
        return Change.of(
                new Partner(
                        id,
                        version + 1,
                        sequence + 1,
                        standing.reminded(now),
                        application,
                        appliedAt,
                        activatedAt,
                        steps,
                        departures,
                        tiers),
                new PauseReviewDue(actor, reviewOn));
    }

    /** Why the partner can't take a command in its status; empty if it can. */
    public Optional<String> refusal(PartnerAction action) {
        if (status() == PartnerStatus.ERASED) {
            return Optional.of(IS_ERASED);
        }
        if (Lifecycle.next(status(), action).isEmpty()) {
            return Optional.of("The partner is %s, which doesn't allow %s. Possible commands: %s."
                    .formatted(status(), action.path(), possible()));
        }
        return action != PartnerAction.CHANGE && steps.size() >= LifecycleStep.MAX_PER_PARTNER
                ? Optional.of("The partner has %d steps on record, which is the maximum.".formatted(steps.size()))
                : Optional.empty();
    }

    /** A partner that is in the status already is activated once, and any other command is repeated with the same text only. */
    private boolean isDone(PartnerAction action, @Nullable String text, @Nullable LocalDate until) {
        if (action == PartnerAction.ACTIVATE || action == PartnerAction.COMPLETE_ONBOARDING) {
            return status() == PartnerStatus.ACTIVE;
        }
        LifecycleStep last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return last != null
                && status() == last.to()
                && last.equals(new LifecycleStep(action, last.from(), last.to(), last.at(), last.actor(), text, until));
    }

    private String possible() {
        List<PartnerAction> possible = Lifecycle.possible(status());
        return possible.isEmpty()
                ? "none"
                : possible.stream().map(PartnerAction::path).collect(Collectors.joining(", "));
    }

    /** Changes what is known of the partner. If it is the same, nothing changes. */
    public Decision<Change<Partner, PartnerEvent>> record(RegisterPartner changed, PartnerEvent event) {
        Optional<String> refusal = refusal(PartnerAction.CHANGE);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        if (application.equals(changed)) {
            return Decision.allowed(Change.nothing(this));
        }
        return Decision.allowed(Change.of(
                new Partner(
                        id,
                        version + 1,
                        sequence + 1,
                        standing,
                        changed,
                        appliedAt,
                        activatedAt,
                        steps,
                        departures,
                        tiers),
                event));
    }

    /** Records that a contact has left. A contact that isn't there any more has left before, so nothing changes. */
    public Decision<Change<Partner, PartnerEvent>> depart(String contactId, Actor actor, Instant now) {
        Optional<Contact> leaving = contact(contactId);
        if (leaving.isEmpty()) {
            return Decision.allowed(Change.nothing(this));
        }
        return refusal(PartnerAction.CHANGE)
                .<Decision<Change<Partner, PartnerEvent>>>map(Decision::rejected)
                .orElseGet(() ->
                        Decision.allowed(without(leaving.get(), leaving.get().role(), actor, now)));
    }

    /**
     * Decides another tier from a later day on, in place of a change that hasn't begun. Deals are priced by the tier of the day on which
     * they close, so the day must not have come.
     *
     * @param reason why, worded for the partner
     */
    public Decision<Change<Partner, PartnerEvent>> changeTier(
            Tier tier, LocalDate effectiveOn, String reason, Actor actor, LocalDate today) {
        Optional<String> refusal = refusal(PartnerAction.CHANGE);
        if (refusal.isPresent()) {
            return Decision.rejected(refusal.get());
        }
        TierPeriod before = tiers.latest();
        TierHistory changed = tiers.with(tier, effectiveOn, today);
        if (changed.equals(tiers)) {
            return Decision.allowed(Change.nothing(this));
        }
        if (!effectiveOn.isAfter(today)) {
            return Decision.rejected("A tier begins on a day to come. %s has begun.".formatted(effectiveOn));
        }
        boolean isTakenBack = changed.periods().size() < tiers.periods().size();
        LocalDate from = isTakenBack ? Objects.requireNonNull(before.effectiveOn()) : effectiveOn;
        return Decision.allowed(Change.of(
                with(application, changed, 1), new PartnerTierChanged(actor, before.tier(), tier, from, reason)));
    }

    /** Puts the partner into the tier of a day. No event announces it, because its decision was announced. */
    public Change<Partner, PartnerEvent> reach(LocalDate today) {
        Tier reached = tiers.on(today);
        return status() == PartnerStatus.ERASED || application.tier() == reached
                ? Change.nothing(this)
                : new Change<>(with(application.withTier(reached), tiers, 0), List.of());
    }

    /** The day on which {@link #reach} has something to do; null if there is none. */
    public @Nullable LocalDate tierChangesOn() {
        return status() == PartnerStatus.ERASED
                        || application.tier() == tiers.latest().tier()
                ? null
                : tiers.latest().effectiveOn();
    }

    private Partner with(RegisterPartner changed, TierHistory history, int events) {
        return new Partner(
                id,
                version + 1,
                sequence + events,
                standing,
                changed,
                appliedAt,
                activatedAt,
                steps,
                departures,
                history);
    }

    /**
     * Erases a contact, in any status. If it has left already, nothing but its role is known, and that is erased. Its departure stays on
     * record.
     */
    public Change<Partner, PartnerEvent> eraseContact(String contactId, Actor actor, Instant now) {
        Optional<Contact> known = contact(contactId);
        if (known.isPresent()) {
            return without(known.get(), RegisterPartner.ERASED, actor, now);
        }
        List<Departure> anonymous = departures.stream()
                .map(departure -> departure.contactId().equals(contactId) ? departure.erased() : departure)
                .toList();
        return anonymous.equals(departures)
                ? Change.nothing(this)
                : new Change<>(withPeople(application, anonymous, sequence), List.of());
    }

    /** Whether there is, or was, a contact of this id. */
    public boolean knows(String contactId) {
        return contact(contactId).isPresent()
                || departures.stream()
                        .anyMatch(departure -> departure.contactId().equals(contactId));
    }

    private Change<Partner, PartnerEvent> without(Contact leaving, String role, Actor actor, Instant now) {
        List<Contact> remaining = application.contacts().stream()
                .filter(one -> !one.id().equals(leaving.id()))
                .toList();
        List<Departure> all = new ArrayList<>(departures);
        all.add(new Departure(leaving.id(), role, leaving.level(), now, actor.value()));
        List<Departure> kept = all.subList(Math.max(0, all.size() - Departure.MAX_PER_PARTNER), all.size());
        return Change.of(
                withPeople(application.withContacts(remaining), kept, sequence + 1),
                new PartnerContactDeparted(actor, leaving.id(), leaving.level()));
    }

    private Partner withPeople(RegisterPartner changed, List<Departure> left, long lastEvent) {
        return new Partner(id, version + 1, lastEvent, standing, changed, appliedAt, activatedAt, steps, left, tiers);
    }

    public Optional<Contact> contact(String contactId) {
        return application.contacts().stream()
                .filter(contact -> contact.id().equals(contactId))
                .findFirst();
    }

    /**
     * The person of the firm who is responsible for the partnership, such as {@code user:u-17}: the one whom the record names, or else the
     * account manager of the team.
     */
    public Optional<String> owner() {
        String named = application.details().owner();
        return named != null ? Optional.of(named) : colleague(TeamMember.ACCOUNT_MANAGER);
    }

    /** The first person of the firm who looks after the partner in this role. */
    public Optional<String> colleague(String role) {
        return application.team().stream()
                .filter(member -> member.role().equals(role))
                .map(TeamMember::person)
                .findFirst();
    }

    /** What could end the partnership although nobody wants it to end. Nobody counts on a partner that isn't in the program. */
    public List<PartnerRisk> risks() {
        if (!COUNTED_ON.contains(status())) {
            return List.of();
        }
        Set<ContactLevel> levels = EnumSet.noneOf(ContactLevel.class);
        for (Contact contact : application.contacts()) {
            ContactLevel level = contact.level();
            if (level != null) {
                levels.add(level);
            }
        }
        return PartnerRisk.of(application.contacts().size(), levels);
    }

    /**
     * The partner without a person in its texts. If none names the person, nothing changes.
     *
     * @param withoutPerson returns a text without what names the person
     */
    public Change<Partner, PartnerEvent> redacted(UnaryOperator<String> withoutPerson) {
        Standing known = standing.redacted(withoutPerson);
        RegisterPartner about = application.redacted(withoutPerson);
        List<LifecycleStep> told =
                steps.stream().map(step -> step.redacted(withoutPerson)).toList();
        List<Departure> left = departures.stream()
                .map(departure -> departure.withRole(withoutPerson.apply(departure.role())))
                .toList();
        return known.equals(standing) && about.equals(application) && told.equals(steps) && left.equals(departures)
                ? Change.nothing(this)
                : new Change<>(
                        new Partner(id, version + 1, sequence, known, about, appliedAt, activatedAt, told, left, tiers),
                        List.of());
    }

    /**
     * Erases what identifies the partner. If it is erased already, nothing changes. No event announces it: the end of its profile tells
     * the other services.
     */
    public Change<Partner, PartnerEvent> erase(Instant now) {
        return status() == PartnerStatus.ERASED
                ? Change.nothing(this)
                : new Change<>(
                        new Partner(
                                id,
                                version + 1,
                                sequence,
                                standing.erased(now),
                                application.erased(),
                                appliedAt,
                                activatedAt,
                                steps.stream().map(LifecycleStep::erased).toList(),
                                List.of(),
                                tiers),
                        List.of());
    }
}
