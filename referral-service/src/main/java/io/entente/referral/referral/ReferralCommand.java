package io.entente.referral.referral;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something to be done to a referral: what it changes, and what must hold for it beyond the state, which {@link Lifecycle}
 * looks after. Each command is a record of its own with its rules in it.
 */
public interface ReferralCommand {

    CommandName name();

    /** Whether the referral is as this command leaves it: the same command again, which changes nothing. */
    boolean isDoneIn(Referral referral);

    /** Fields that this referral can't take now; asked where the state takes the command. */
    default List<FieldError> badFields(Referral referral, Instant now) {
        return List.of();
    }

    /** The refusal by a rule of the command's own, for the person who sent it. */
    default Optional<String> refusal(Referral referral) {
        return Optional.empty();
    }

    /** Makes the change; the status has been set already, and the history is written by the referral. */
    Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms);

    /** What a command leaves: an event for the world, or an entry in the referral's own history only. */
    sealed interface Effect {

        /** Told to everybody, and on record. */
        record Told(ReferralEvent event) implements Effect {}

        /** On record only. */
        record Recorded(HistoryEntry entry) implements Effect {}
    }
}
