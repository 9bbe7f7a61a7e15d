package io.entente.partner.agreements;

import io.entente.partner.agreements.plans.Contradiction;
import io.entente.platform.domain.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that has happened to an agreement. */
public sealed interface AgreementEvent {

    /** Who gave the command. */
    Actor actor();

    /** A version waits for both sides to accept it. */
    record AgreementProposed(int agreementVersion, LocalDate startsOn, Actor actor) implements AgreementEvent {}

    /**
     * Both sides have accepted a version.
     *
     * @param partnerName the partner's name on that day
     */
    record AgreementSigned(
            String partnerName,
            int agreementVersion,
            LocalDate signedOn,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Actor actor)
            implements AgreementEvent {}

    /**
     * The last day comes near.
     *
     * @param noticeBy the last day on which a notice ends the agreement on {@code endsOn}
     * @param renews whether the agreement goes on for another year if nobody gives notice
     */
    record AgreementRenewalDue(LocalDate endsOn, LocalDate noticeBy, boolean renews, Actor actor)
            implements AgreementEvent {}

    /** The last day is over, and the agreement goes on until a later one. */
    record AgreementRenewed(LocalDate endsOn, Actor actor) implements AgreementEvent {}

    /** A side has given notice. */
    record AgreementTerminated(Side by, String reason, LocalDate endsOn, Actor actor) implements AgreementEvent {}

    /** The terms promise what the commission plans don't pay. */
    record AgreementContradicted(List<Contradiction> contradictions, Actor actor) implements AgreementEvent {

        public AgreementContradicted {
            contradictions = List.copyOf(contradictions);
        }
    }

    /** The last day is over. */
    record AgreementEnded(LocalDate endedOn, Actor actor) implements AgreementEvent {}
}
