package io.entente.commission.payees.web;

import io.entente.commission.payees.changes.PayeeProposal;
import io.entente.platform.domain.Actor;
import io.entente.platform.security.members.MembersInForce;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells whether those who have asked for other payment details may still ask for them. */
@Component
class Requesters {

    /** The right of a member to ask for other payment details. */
    static final String CHANGE_BANK_ACCOUNT = "CHANGE_BANK_ACCOUNT";

    private static final String LEFT =
            "Whoever has asked for this change was a member of the partner and may not ask for it any more. Ask the"
                    + " partner, and refuse the change; a member with the right CHANGE_BANK_ACCOUNT can ask again.";

    private final MembersInForce members;

    Requesters(MembersInForce members) {
        this.members = members;
    }

    /** Why a change that waits can't be approved; empty if it can. A person of the firm has no such right to lose. */
    Optional<String> warning(PayeeProposal proposal) {
        Actor requester = new Actor(proposal.requestedBy());
        return requester
                .partnerId()
                .flatMap(members::of)
                .filter(known ->
                        !known.rightsOf(requester.value()).orElse(Set.of()).contains(CHANGE_BANK_ACCOUNT))
                .map(known -> LEFT);
    }
}
