package io.entente.commission;

import io.entente.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.entente.commission";

    @Test
    void the_service_keeps_to_the_architecture() {
        ServiceArchitecture.check(
                ROOT,
                "partners",
                "plans",
                "plans.rules",
                "plans.inputs",
                "plans.pricing",
                "plans.changes",
                "plans.notices",
                "deals",
                "forecast",
                "forecast.referrals",
                "ledger",
                "ledger.audit",
                "commissions",
                "commissions.adjustments",
                "commissions.lists",
                "commissions.release",
                "commissions.settlement",
                "commissions.netting",
                "commissions.payables",
                "accrual",
                "accrual.standings",
                "payments",
                "runs",
                "statements",
                "statements.chain",
                "payees",
                "payees.bankform",
                "payees.changes",
                "secrets",
                "payouts",
                "payouts.policy",
                "payouts.taxes",
                "bankreports",
                "tax",
                "simulation",
                "invoices",
                "invoices.vat");
    }
}
