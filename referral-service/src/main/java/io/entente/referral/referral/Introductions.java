package io.entente.referral.referral;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Receipt;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Occurrence;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores new referrals, each with its claim on the client. If the claim is contested, the referral waits for a decision
 * from the start.
 */
public interface Introductions {

    /** The result of adding a referral. */
    sealed interface Added {

        /** It is stored. */
        record Written(Referral referral) implements Added {}

        /** The same request came before. */
        record Known(Receipt before) implements Added {}

        /** Another partner holds the client for a short time. */
        record Reserved(Instant until) implements Added {

            /** Returns a message for the partner. */
            public String inWords() {
                return "is held for another partner until %s. Submit it again after that.".formatted(until);
            }
        }

        /** The same partner introduced the same client before, and that introduction still holds. */
        record Repeated(String firstReferralId, String state) implements Added {

            /** Returns a message for the partner. */
            public String inWords() {
                return "was already introduced by this partner: referral %s is %s. Use that referral, also for another service."
                        .formatted(firstReferralId, state);
            }

            /** Returns a message for a person of the partner who mustn't know of the referral. */
            public String inWordsToOthers() {
                return "was already introduced by this partner. Somebody who sees all of its referrals can tell who has introduced it.";
            }
        }
    }

    /**
     * Stores a referral.
     *
     * @param isNewId whether the id was just generated, so that no earlier request can have used it
     * @param receipt the answer to the caller, to be kept with the referral
     */
    Added add(
            Change<Referral, ReferralEvent> submitted,
            Occurrence now,
            Terms terms,
            boolean isNewId,
            Function<Referral, Receipt> receipt);

    /**
     * Finds the introduction of a client that would make another one of the same partner a repetition. Changes nothing, and the
     * result doesn't depend on the introductions of other partners.
     */
    Optional<Added.Repeated> repetition(String partnerId, Client client);
}
