package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import io.entente.testkit.Contracts;
import io.entente.testkit.PublishedRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deletions, merges and gaps are listed, and ops is notified of them, even if the deal isn't linked to a referral. */
class UnlinkedRecordsIT {

    private static final String NOTICE = "referral.crm-record-waiting.v1";

    private static ConnectedCrms crms;

    @BeforeAll
    static void start() {
        crms = new ConnectedCrms("--entente.referral.crm.notice-after=10m");
    }

    @AfterAll
    static void stop() {
        crms.close();
    }

    @Test
    void a_deletion_of_an_unlinked_deal_is_listed_and_notified_once_until_somebody_dismisses_it() {
        String deal = number();
        crms.hubspot(
                """
                {"objectId":%s,"eventId":%s,"subscriptionId":3,"portalId":33,"occurredAt":%d,"subscriptionType":"deal.deletion"}"""
                        .formatted(deal, number(), T0));

        assertThat(crms.reasons(deal)).containsExactly("DELETED_IN_CRM");
        assertThat(crms.deal("hubspot", deal).path("state").asString()).isEqualTo("UNLINKED");
        crms.clock.move(Duration.ofMinutes(10));
        List<PublishedRecord> notices = notices(deal);
        assertThat(notices).hasSize(1);
        Contracts.assertMatches(notices.get(0).type(), notices.get(0).text());
        assertThat(notices.get(0).data().path("reason").asString()).isEqualTo("DELETED_IN_CRM");
        assertThat(notices.get(0).data().path("partnerId").asString()).isEqualTo("unknown");
        ConnectedCrms.done(crms.service.post(
                "/api/crm/deals/hubspot/%s/dismiss".formatted(deal),
                "{\"subject\":\"RECORD\",\"reason\":\"It was a test deal.\"}"));
        assertThat(crms.reasons(deal)).isEmpty();
    }

    @Test
    void an_overflow_of_salesforce_is_listed_and_notified() {
        Answer heard = crms.salesforce(
                """
                {"ChangeEventHeader":{"entityName":"Opportunity","recordIds":["000000000000000AAA"],"changeType":"GAP_OVERFLOW",
                 "transactionKey":"0007","sequenceNumber":1,"commitTimestamp":%d}}"""
                        .formatted(T0));
        assertThat(heard.status()).as(heard.body()).isEqualTo(200);

        JsonNode listed = crms.service
                .get("/api/crm/waiting-changes?crm=salesforce&reason=DETAILS_MISSING")
                .json()
                .path("items");

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("crmDealId").asString()).isEqualTo("000000000000000");
        crms.clock.move(Duration.ofMinutes(10));
        assertThat(notices("000000000000000").get(0).data().path("crm").asString())
                .isEqualTo("salesforce");
    }

    private static List<PublishedRecord> notices(String deal) {
        Set<String> seen = new HashSet<>();
        return crms
                .service
                .awaitRecords("referral.events", all -> all.stream().anyMatch(record -> isNotice(record, deal)))
                .stream()
                .filter(record -> isNotice(record, deal))
                .filter(record -> seen.add(record.envelope().id()))
                .toList();
    }

    private static boolean isNotice(PublishedRecord record, String deal) {
        return record.type().equals(NOTICE)
                && record.data().path("crmDealId").asString().equals(deal);
    }
}
