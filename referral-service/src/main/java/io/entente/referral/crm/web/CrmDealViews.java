package io.entente.referral.crm.web;

import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmSettings;
import org.springframework.stereotype.Component;

/** Shows deals of CRMs with their dates in the zone of the CRM's account. */
@Component
class CrmDealViews {

    private final CrmSettings settings;

    CrmDealViews(CrmSettings settings) {
        this.settings = settings;
    }

    CrmDealView of(CrmDeal deal) {
        return CrmDealView.of(deal, settings.timeZone(deal.crm()));
    }
}
