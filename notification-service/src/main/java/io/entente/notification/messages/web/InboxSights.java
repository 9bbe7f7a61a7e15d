package io.entente.notification.messages.web;

import io.entente.notification.messages.Sight;
import io.entente.platform.security.Caller;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.web.access.Tenant;
import org.springframework.stereotype.Component;

/**
 * Decides what of its partner's inbox a member may see. Without SEE_ALL_REFERRALS it is what concerns its own referrals, and without
 * SEE_COMMISSIONS nothing that is about money, because commission-service wouldn't show that either.
 */
@Component
class InboxSights {

    private static final String SEE_COMMISSIONS = "SEE_COMMISSIONS";

    private final MembersInForce members;

    InboxSights(MembersInForce members) {
        this.members = members;
    }

    Sight of(Tenant tenant, Caller caller) {
        boolean withMoney = caller.partnerId()
                .flatMap(members::of)
                .map(known -> known.rightsOf(caller.actor().value()))
                .map(rights ->
                        rights.filter(all -> all.contains(SEE_COMMISSIONS)).isPresent())
                .orElse(true);
        return new Sight(tenant.author(), withMoney);
    }
}
