package io.entente.partner.partnership;

import io.entente.partner.partnership.details.ContactLevel;
import io.entente.partner.partnership.tier.Tier;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has happened to a partner. */
public sealed interface PartnerEvent {

    /** Who gave the command. */
    Actor actor();

    /** The partner has applied to the program. */
    record PartnerApplied(Actor actor) implements PartnerEvent {}

    /** A person of the firm examines the application. */
    record PartnerReviewStarted(Actor actor) implements PartnerEvent {}

    /** The firm has asked the applicant something. */
    record PartnerInformationRequested(Actor actor, String questions) implements PartnerEvent {}

    /** The applicant has answered. */
    record PartnerInformationProvided(Actor actor) implements PartnerEvent {}

    /** The firm wants the partnership. */
    record PartnerApproved(Actor actor) implements PartnerEvent {}

    /**
     * The firm does not want the partnership now.
     *
     * @param reapplyFrom the day from which another application is welcome
     */
    record PartnerDeclined(Actor actor, String reason, @Nullable LocalDate reapplyFrom) implements PartnerEvent {}

    /** The onboarding of the partner has begun. */
    record PartnerOnboardingStarted(Actor actor) implements PartnerEvent {}

    /**
     * The partner may refer clients from now on.
     *
     * @param isWaived whether this happened without a complete onboarding
     * @param reason why the onboarding was waived
     */
    record PartnerActivated(Actor actor, boolean isWaived, @Nullable String reason) implements PartnerEvent {}

    /**
     * The partner neither sends nor receives new referrals for a while.
     *
     * @param until the day by which the pause is looked at again
     */
    record PartnerPaused(Actor actor, String reason, @Nullable LocalDate until) implements PartnerEvent {}

    /**
     * The day has come on which somebody has to look at a pause again.
     *
     * @param reviewOn the day that was set with the pause
     */
    record PauseReviewDue(Actor actor, LocalDate reviewOn) implements PartnerEvent {}

    /**
     * The pause has ended.
     *
     * @param evidence what shows that its reason is gone
     */
    record PartnerResumed(Actor actor, String evidence) implements PartnerEvent {}

    /**
     * The record has ended, because it is about the same company as another one.
     *
     * @param into the record with which the company goes on
     */
    record PartnerMerged(Actor actor, PartnerId into, String reason) implements PartnerEvent {}

    /** The partnership has ended. */
    record PartnerDeactivated(Actor actor, String reason) implements PartnerEvent {}

    /**
     * Another tier is decided.
     *
     * @param previous the tier that would have been in force on that day
     * @param effectiveOn its first day, which is to come
     */
    record PartnerTierChanged(Actor actor, Tier previous, Tier tier, LocalDate effectiveOn, String reason)
            implements PartnerEvent {}

    /** Other people of the firm look after the partner from now on. */
    record PartnerTeamChanged(Actor actor) implements PartnerEvent {}

    /**
     * What is known of the partner was changed.
     *
     * @param fields the names of what was changed
     */
    record PartnerRecordChanged(Actor actor, List<String> fields) implements PartnerEvent {

        public PartnerRecordChanged {
            fields = List.copyOf(fields);
        }
    }

    /** Something has happened to a person at the partner. */
    sealed interface ContactEvent extends PartnerEvent {

        /** The person's id within the partner. */
        String contactId();

        /** What the person is for the partnership; null if nobody has said it. */
        @Nullable
        ContactLevel level();
    }

    /** There is another person at the partner. */
    record PartnerContactAdded(Actor actor, String contactId, @Nullable ContactLevel level) implements ContactEvent {}

    /** What is known of a person at the partner was changed. */
    record PartnerContactChanged(Actor actor, String contactId, @Nullable ContactLevel level) implements ContactEvent {}

    /** A person has left the partner. */
    record PartnerContactDeparted(Actor actor, String contactId, @Nullable ContactLevel level)
            implements ContactEvent {}
}
