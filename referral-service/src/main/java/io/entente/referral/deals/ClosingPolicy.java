package io.entente.referral.deals;

import io.entente.referral.referral.Referral;
import java.util.List;
import java.util.Optional;

/**
 * What must hold for a deal to be closed on a referral whose state takes deals: each rule by its name, in the order in which
 * they are asked.
 */
@FunctionalInterface
interface ClosingPolicy {

    /** The refusal, for the person who sent the command; empty where the rule holds. */
    Optional<String> refusal(Referral referral, CloseDeal command);

    /** A referral's document stays far from the store's bound. */
    ClosingPolicy ROOM_FOR_ONE_MORE = (referral, command) -> referral.deals().size() < Referral.MAX_DEALS
            ? Optional.empty()
            : Optional.of("The referral has %d deals, which is as many as one can have; submit another referral."
                    .formatted(Referral.MAX_DEALS));

    /** A deal is closed once. */
    ClosingPolicy NOT_CLOSED_YET = (referral, command) ->
            referral.deal(command.dealId()).map(known -> "The deal %s is closed already.".formatted(known.dealId()));

    List<ClosingPolicy> ALL = List.of(NOT_CLOSED_YET, ROOM_FOR_ONE_MORE);

    static Optional<String> firstRefusal(Referral referral, CloseDeal command) {
        return ALL.stream()
                .flatMap(policy -> policy.refusal(referral, command).stream())
                .findFirst();
    }
}
