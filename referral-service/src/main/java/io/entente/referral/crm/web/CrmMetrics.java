package io.entente.referral.crm.web;

import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.web.ChangeReader.Read;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts the requests of CRMs in {@code entente_crm_changes_total{crm,outcome}}. The outcome {@code heard} counts changes;
 * {@code unlinked}, {@code waiting} and {@code settled} count deals by their state after a request; {@code ignored} counts parts
 * without a change; {@code other-account} counts parts of an account that isn't configured; {@code refused} counts requests with an invalid signature or timestamp.
 */
@Component
class CrmMetrics {

    private static final String NAME = "entente.crm.changes";

    private final MeterRegistry registry;

    CrmMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void refused(Crm crm) {
        count(crm, "refused", 1);
    }

    void heard(Crm crm, List<CrmDeal> deals, Read read) {
        count(crm, "ignored", read.ignored());
        count(crm, "other-account", read.refused());
        count(crm, "heard", read.changes().size());
        deals.forEach(deal -> count(crm, deal.state().name().toLowerCase(java.util.Locale.ROOT), 1));
    }

    private void count(Crm crm, String outcome, int times) {
        registry.counter(NAME, "crm", crm.source(), "outcome", outcome).increment(times);
    }
}
