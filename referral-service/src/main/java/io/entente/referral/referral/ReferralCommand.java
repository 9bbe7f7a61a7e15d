package io.entente.referral.referral;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command on a referral. It knows its change, and the rules that apply beyond the state, which {@link Lifecycle}
 * checks. Each command is a record of its own that contains its rules.
 */
public interface ReferralCommand {

    CommandName name();

    /** Whether the referral already is as this command leaves it, so that the command changes nothing. */
    boolean isDoneIn(Referral referral);

    /**
     * Returns errors for fields that this referral can't take now. It is called only if the state allows the command.
     */
    default List<FieldError> badFields(Referral referral, Instant now) {
        return List.of();
    }

    /** Returns the refusal by a rule of this command, for the person who sent it. */
    default Optional<String> refusal(Referral referral) {
        return Optional.empty();
    }

    /**
     * Returns the state that the command leads to, if that depends on the history of the referral. Empty if it is the one that
     * {@link Lifecycle} names.
     */
    default Optional<ReferralStatus> leadsTo(Referral referral) {
        return Optional.empty();
    }

    /** Makes the change. The status is already set, and the referral writes the history. */
    Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms);

    /** The effect of a command: a published event, or only an entry in the history of the referral. */
    sealed interface Effect {

        /** An event that is published and recorded in the history. */
        record Published(ReferralEvent event) implements Effect {}

        /** An entry that is only recorded in the history. */
        record Recorded(HistoryEntry entry) implements Effect {}
    }
}
