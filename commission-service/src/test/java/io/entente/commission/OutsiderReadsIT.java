package io.entente.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.OutsiderReads;
import io.entente.testkit.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners read their own data only. A new list is closed to them until somebody opens it and adds it here. */
class OutsiderReadsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(CommissionServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_partner_reads_its_own_commission_statements_invoices_and_payouts() {
        assertThat(OutsiderReads.openIn(service))
                .containsExactlyInAnyOrder(
                        "/api/balances/{partnerId}",
                        "/api/commissions",
                        "/api/commissions/{id}",
                        "/api/forecast",
                        "/api/forecast/export",
                        "/api/invoices",
                        "/api/invoices/{id}",
                        "/api/invoices/{id}/pdf",
                        "/api/invoices/{id}/xml",
                        "/api/ledger/{partnerId}",
                        "/api/payees/{partnerId}",
                        "/api/payees/{partnerId}/changes",
                        "/api/payees/{partnerId}/tax-profile",
                        "/api/payouts",
                        "/api/payouts/export",
                        "/api/payouts/{id}",
                        "/api/statements",
                        "/api/statements/export",
                        "/api/statements/{id}",
                        "/api/statements/{id}/csv",
                        "/api/statements/{id}/lines",
                        "/api/statements/{id}/pdf",
                        "/api/statements/{id}/proof");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/balances/par_2",
                "/api/ledger/par_2",
                "/api/payees/par_2",
                "/api/payees/par_2/tax-profile",
                "/api/forecast?partnerId=par_2",
                "/api/forecast/export?partnerId=par_2",
                "/api/commissions?partnerId=par_2",
                "/api/statements?partnerId=par_2",
                "/api/invoices?partnerId=par_2",
                "/api/payouts?partnerId=par_2"
            })
    void data_of_another_partner_are_not_found(String path) {
        Answer answer = service.request("GET", path, null, "Entente-Actor: partner:par_1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("detail").asString()).isEqualTo("There is no partner par_2.");
        assertThat(service.request("GET", "/api/commissions", null, "Entente-Actor: partner:par_1")
                        .status())
                .isEqualTo(200);
    }
}
