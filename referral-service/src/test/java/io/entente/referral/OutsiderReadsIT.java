package io.entente.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.OutsiderReads;
import io.entente.testkit.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Partners read their own data only. A new list is closed to them until somebody opens it and adds it here. */
class OutsiderReadsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ReferralServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_partner_reads_its_own_referrals_and_what_it_needs_to_submit_one() {
        assertThat(OutsiderReads.openIn(service))
                .containsExactlyInAnyOrder(
                        "/api/client-checks",
                        "/api/client-checks/{checkId}",
                        "/api/conflicts",
                        "/api/conflicts/export",
                        "/api/conflicts/{id}",
                        "/api/deals/closed-before-submission",
                        "/api/qualification-checklist",
                        "/api/referral-form",
                        "/api/referral-reasons",
                        "/api/referrals",
                        "/api/referrals/export",
                        "/api/referrals/{id}",
                        "/api/referrals/{id}/deals",
                        "/api/referrals/{id}/deals/{dealId}",
                        "/api/referrals/{id}/notes",
                        "/api/referrals/{id}/timeline",
                        "/api/sla/clocks",
                        "/api/sla/clocks/export",
                        "/api/sla/record");
    }

    @Test
    void what_a_crm_reported_is_closed_to_partners_and_open_to_the_firm() {
        assertThat(status("/api/crm/waiting-changes", "partner:par_1")).isEqualTo(403);
        assertThat(status("/api/crm/waiting-changes/export", "partner:par_1")).isEqualTo(403);
        assertThat(status("/api/crm/unlinked-deals", "partner:par_1")).isEqualTo(403);
        assertThat(status("/api/crm/waiting-changes", "user:ops-1")).isEqualTo(200);
        assertThat(status("/v3/api-docs", "partner:par_1")).isEqualTo(200);
    }

    private static int status(String path, String actor) {
        return service.request("GET", path, null, "Entente-Actor: " + actor).status();
    }
}
