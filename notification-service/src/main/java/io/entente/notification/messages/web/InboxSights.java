package io.entente.notification.messages.web;

import io.entente.notification.messages.Sight;
import io.entente.platform.security.Caller;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.web.access.Tenant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what of its partner's inbox a member may see. Without SEE_ALL_REFERRALS it is what concerns its own referrals, and without
 * SEE_COMMISSIONS nothing that is about money, because commission-service wouldn't show that either. What is about agreements is for those
 * who may read them, with SEE_COMMISSIONS or ACCEPT_AGREEMENT.
 */
@Component
class InboxSights {

    private static final String SEE_COMMISSIONS = "SEE_COMMISSIONS";
    private static final String ACCEPT_AGREEMENT = "ACCEPT_AGREEMENT";

    private final MembersInForce members;

    InboxSights(MembersInForce members) {
        this.members = members;
    }

    Sight of(Tenant tenant, Caller caller) {
        return caller.partnerId()
                .flatMap(members::of)
                .map(known -> known.rightsOf(caller.actor().value()).orElse(Set.of()))
                .map(rights -> sight(tenant.author(), rights))
                .orElseGet(() -> new Sight(tenant.author(), true, true));
    }

    private static Sight sight(@Nullable String author, Set<String> rights) {
        boolean withMoney = rights.contains(SEE_COMMISSIONS);
        return new Sight(author, withMoney, withMoney || rights.contains(ACCEPT_AGREEMENT));
    }
}
