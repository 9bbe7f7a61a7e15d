package io.entente.partner.agreements.web;

import io.entente.partner.agreements.Agreement;
import io.entente.partner.agreements.AgreementId;
import io.entente.partner.agreements.AgreementVersion;
import io.entente.partner.agreements.Agreements;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import java.util.Optional;

/** Finds what a caller may see. Another partner's agreement, and a draft for a partner, are not found. */
final class Shown {

    private Shown() {}

    static Agreement to(Tenant tenant, Agreements agreements, String id) {
        return agreements
                .find(new AgreementId(id))
                .filter(agreement -> isShown(tenant, agreement))
                .orElseThrow(() -> new NotFoundException("agreement", id));
    }

    static boolean isShown(Tenant tenant, Agreement agreement) {
        return tenant.covers(agreement.partner().value()) && (!tenant.byPartner() || agreement.isSeenByPartner());
    }

    static Optional<AgreementVersion> version(Tenant tenant, Agreements agreements, String id, int number) {
        return to(tenant, agreements, id).versions().stream()
                .filter(each -> each.number() == number)
                .filter(each -> !tenant.byPartner() || each.status() != AgreementVersion.Status.DRAFT)
                .findFirst();
    }
}
