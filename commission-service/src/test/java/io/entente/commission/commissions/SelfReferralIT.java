package io.entente.commission.commissions;

import static io.entente.commission.commissions.RunningCommissions.MAKER;
import static io.entente.commission.commissions.RunningCommissions.amounts;
import static io.entente.commission.commissions.RunningCommissions.awaitStatus;
import static io.entente.commission.commissions.RunningCommissions.commissionOf;
import static io.entente.commission.commissions.RunningCommissions.eventsOf;
import static io.entente.commission.commissions.RunningCommissions.pay;
import static io.entente.commission.commissions.RunningCommissions.publishDeal;
import static io.entente.commission.commissions.RunningCommissions.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Deals whose client, {@code brightwater.example}, is the partner itself. */
@ExtendWith(RunningCommissions.class)
class SelfReferralIT {

    private static final String REASON = "{\"reason\":\"Checked.\"}";

    @Test
    void a_commission_on_the_partners_own_business_waits_until_a_person_allows_it() {
        publishProfile("par_own", "a@brightwater.example");
        publishDeal("par_own", "own-1", "", "");
        String commission = commissionOf("own-1");
        awaitStatus(commission, "ON_HOLD");
        pay("own-1-a", "own-1", "1000.00");
        assertThat(service()
                        .get("/api/self-referrals/" + commission)
                        .json()
                        .path("evidence")
                        .asString())
                .isEqualTo("The client's domain brightwater.example is the partner's own.");
        assertThat(service().get("/api/self-referrals?status=OPEN&limit=200").body())
                .contains("\"own-1\"");
        String list = "/api/self-referrals?limit=200&sort=opened&order=desc&q=" + commission;
        assertThat(service().get(list + "&status=OPEN").json().path("items")).hasSize(1);
        assertThat(service().get(list + "&status=ALLOWED").json().path("items")).isEmpty();
        assertThat(service().get(list + "&partnerId=par_nobody").json().path("items"))
                .isEmpty();
        assertThat(service().get(list + "&from=2000-01-01&to=2000-01-31").json().path("items"))
                .isEmpty();
        assertThat(service().get("/api/self-referrals/export?status=OPEN").body())
                .startsWith("id,partnerId,dealId,")
                .contains(",own-1,", ",The client's domain brightwater.example is the partner's own.,OPEN,");
        assertThat(service()
                        .get("/api/commissions/" + commission)
                        .json()
                        .path("holds")
                        .toString())
                .contains("SELF_REFERRAL");
        List<PublishedRecord> events = eventsOf(commission, service().records("commission.events"));
        assertThat(events)
                .extracting(PublishedRecord::type)
                .startsWith("commission.commission-accrued.v1", "commission.commission-held.v1");
        events.forEach(event -> Contracts.assertMatches(event.type(), event.text()));

        Answer released = service().post("/api/commissions/" + commission + "/release", REASON, MAKER);
        assertThat(released.status()).isEqualTo(409);
        assertThat(released.body()).contains("/api/self-referrals/" + commission + "/allow");
        assertThat(decide(commission, "allow").status()).isEqualTo(200);

        awaitStatus(commission, "PAYABLE");
        assertThat(amounts(commission).path("net").asString()).isEqualTo("100.00");
        assertThat(decide(commission, "refuse").status()).isEqualTo(409);
        assertThat(service().get("/api/self-referrals?status=OPEN&limit=200").body())
                .doesNotContain("\"own-1\"");
    }

    @Test
    void a_refused_self_referral_earns_nothing() {
        publishProfile("par_self", "a@mail.brightwater.example");
        publishDeal("par_self", "self-1", "", "");
        String commission = commissionOf("self-1");
        awaitStatus(commission, "ON_HOLD");

        assertThat(decide(commission, "refuse").status()).isEqualTo(200);

        awaitStatus(commission, "VOIDED");
        pay("self-1-a", "self-1", "1000.00");
        assertThat(amounts(commission).path("net").asString()).isEqualTo("0.00");
        assertThat(amounts(commission).path("payable").asString()).isEqualTo("0.00");
        JsonNode chain = service().get("/api/ledger/par_self?limit=50").json().path("items");
        JsonNode recount = chain.valueStream()
                .filter(transaction -> transaction.path("kind").asString().equals("RECOUNTED"))
                .findFirst()
                .orElseThrow();
        assertThat(recount.toString()).contains("A person refused the commission of deal self-1.");
        JsonNode last = chain.get(chain.size() - 1);
        assertThat(last.path("dealsByYear").toString()).isEqualTo("{\"2026\":0}");
        assertThat(last.path("revenue").toString()).isEqualTo("[{\"amount\":\"0.00\",\"currency\":\"USD\"}]");
        assertThat(service()
                        .post("/api/ledger/verify", "{\"partnerId\":\"par_self\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_partner_that_writes_from_a_mail_provider_is_nobodys_client() {
        publishProfile("par_mail", "brightwater@gmail.com");
        publishDeal("par_mail", "mail-1", "", "");
        awaitStatus(commissionOf("mail-1"), "ACCRUED");
    }

    private static Answer decide(String commission, String decision) {
        return service().post("/api/self-referrals/" + commission + "/" + decision, REASON, MAKER);
    }

    private static void publishProfile(String partner, String email) {
        service()
                .publish(
                        "partner.profiles",
                        "partner.profile.v1",
                        partner,
                        1,
                        partner,
                        """
                        {"partnerId":"%s","tier":"STRATEGIC","model":"REFERRAL","version":1,"name":"Somebody else",
                         "locale":"en","contacts":[{"name":"A","email":"%s","role":"Partner"}]}
                        """
                                .formatted(partner, email));
    }
}
