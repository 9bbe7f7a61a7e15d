package io.entente.partner;

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
        service = RunningService.start(PartnerServiceApplication.service());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_partner_reads_itself_and_no_other_partner() {
        assertThat(OutsiderReads.openIn(service))
                .containsExactly("/api/partners", "/api/partners/export", "/api/partners/{id}");
        String body =
                """
                {"name":"Brightwater","model":"REFERRAL","tier":"ACTIVE","country":"MY","timeZone":"Asia/Kuala_Lumpur",
                 "locale":"ms","contacts":[{"name":"Aisyah","email":"aisyah@brightwater.example","role":"Director"}]}""";
        String id = service.post("/api/partners", body).json().path("id").asString();

        assertThat(status("/api/partners/" + id, "partner:" + id)).isEqualTo(200);
        assertThat(status("/api/partners/" + id, "partner:par_2")).isEqualTo(404);
        assertThat(service.request("GET", "/api/partners", null, "Entente-Actor: partner:" + id)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(status("/api/partners", "user:u-17")).isEqualTo(200);
    }

    private static int status(String path, String actor) {
        return service.request("GET", path, null, "Entente-Actor: " + actor).status();
    }
}
