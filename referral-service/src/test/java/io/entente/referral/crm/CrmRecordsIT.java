package io.entente.referral.crm;

import static io.entente.referral.crm.ConnectedCrms.T0;
import static io.entente.referral.crm.ConnectedCrms.event;
import static io.entente.referral.crm.ConnectedCrms.number;
import static io.entente.referral.crm.ConnectedCrms.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.testkit.Answer;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Batches, accounts, dates, deletions, merges and outbound messages of CRMs. */
class CrmRecordsIT {

    private static ConnectedCrms crms;

    @BeforeAll
    static void start() {
        crms = new ConnectedCrms();
    }

    @AfterAll
    static void stop() {
        crms.close();
    }

    @Test
    void every_event_of_a_batch_is_stored() {
        String referral = crms.submitted();
        String deal = "D-" + number();
        crms.link("generic", deal, referral);

        JsonNode heard =
                crms.generic("[" + event(deal, "CONTACTED", "", 0) + "," + event(deal, "MEETING_HELD", "", 10) + "]");

        assertThat(heard.path("changes").asInt()).isEqualTo(2);
        assertThat(crms.status(referral)).isEqualTo("MEETING_HELD");
    }

    @Test
    void events_of_an_unknown_portal_are_refused() {
        String deal = number();
        String known = property(deal, "amount", "10", T0);
        String unknown = property(deal, "amount", "99", T0 + 1).replace("\"portalId\":33", "\"portalId\":34");

        Answer refused = crms.hubspot(unknown);
        Answer mixed = crms.hubspot(known, unknown);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(mixed.body()).isEqualTo("{\"deals\":1,\"changes\":1,\"ignored\":0,\"refused\":1}");
        assertThat(crms.deal("hubspot", deal).path("amount").asString()).isEqualTo("10");
    }

    @Test
    void a_closing_time_becomes_the_date_in_the_zone_of_the_portal() {
        String referral = crms.submitted();
        String deal = number();
        crms.link("hubspot", deal, referral);
        // 00:30 on 31 March in Kuala Lumpur.
        long closed = Instant.parse("2026-03-30T16:30:00Z").toEpochMilli();

        crms.hubspot(
                property(deal, "amount", "10", T0),
                property(deal, "deal_currency_code", "MYR", T0),
                property(deal, "closedate", Long.toString(closed), T0),
                property(deal, "dealstage", "closedwon", T0));

        assertThat(crms.referral(referral).path("deals").get(0).path("closedOn").asString())
                .isEqualTo("2026-03-31");
    }

    @Test
    void a_deal_goes_through_a_conflict_a_change_of_its_amount_and_a_deletion_and_is_closed_once() {
        String client = "client-" + number() + ".example";
        String holder = crms.submitted("par_other", client);
        String challenger = crms.submitted("par_crm", client);
        String deal = number();
        String[] won = {
            property(deal, "entente_referral_id", challenger, T0),
            property(deal, "amount", "1250", T0),
            property(deal, "deal_currency_code", "EUR", T0),
            property(deal, "dealstage", "closedwon", T0)
        };

        crms.hubspot(won);

        assertThat(crms.deal("hubspot", deal).path("referralId").asString()).isEqualTo(challenger);
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");
        crms.hubspot(property(deal, "amount", "1350", T0 + 2000));
        crms.hubspot(property(deal, "amount", "1300", T0 + 1000));
        crms.hubspot(won);
        assertThat(crms.referral(challenger).path("deals").size()).isZero();
        assertThat(crms.reasons(deal)).containsExactly("REFERRAL_STATE");

        crms.decide(challenger, holder);

        ConnectedCrms.retried(() -> assertThat(crms.status(challenger)).isEqualTo("WON"));
        assertThat(crms.referral(challenger)
                        .path("deals")
                        .get(0)
                        .path("amount")
                        .path("amount")
                        .asString())
                .as("the latest amount, whatever arrived last")
                .isEqualTo("1350.00");
        ConnectedCrms.retried(() -> assertThat(crms.reasons(deal)).isEmpty());

        crms.hubspot(property(deal, "amount", "1500", T0 + 3000));

        assertThat(crms.reasons(deal)).containsExactly("AMOUNT_DIFFERS");
        String version = crms.deal("hubspot", deal).path("version").asString();
        ConnectedCrms.done(
                crms.service.post("/api/crm/deals/hubspot/%s/accept".formatted(deal), "{}", "If-Match: " + version));
        JsonNode closed = crms.referral(challenger).path("deals").get(0);
        assertThat(closed.path("amount").path("amount").asString()).isEqualTo("1500.00");
        assertThat(closed.path("corrections").size()).isEqualTo(1);
        assertThat(crms.reasons(deal)).isEmpty();

        crms.hubspot(record(deal, "deal.deletion", T0 + 4000));
        crms.hubspot(won);

        assertThat(crms.reasons(deal)).containsExactly("DELETED_IN_CRM");
        crms.hubspot(record(deal, "deal.restore", T0 + 5000));
        assertThat(crms.reasons(deal)).isEmpty();
        assertThat(crms.referral(challenger).path("deals").size()).isEqualTo(1);
        assertThat(crms.status(challenger)).isEqualTo("WON");
        assertThat(crms.status(holder)).isEqualTo("DUPLICATE");
    }

    @Test
    void a_deletion_is_listed_until_the_deal_is_restored_or_somebody_dismisses_it() {
        String deal = number();
        crms.link("hubspot", deal, crms.submitted());

        crms.hubspot(record(deal, "deal.deletion", T0));
        assertThat(crms.reasons(deal)).containsExactly("DELETED_IN_CRM");
        crms.hubspot(record(deal, "deal.restore", T0 + 1000));
        assertThat(crms.reasons(deal)).isEmpty();
        crms.hubspot(record(deal, "deal.deletion", T0 + 500));
        assertThat(crms.reasons(deal)).as("a deletion that arrives late").isEmpty();

        crms.hubspot(record(deal, "deal.deletion", T0 + 2000));
        assertThat(crms.reasons(deal)).containsExactly("DELETED_IN_CRM");
        ConnectedCrms.done(crms.service.post(
                "/api/crm/deals/hubspot/%s/dismiss".formatted(deal),
                "{\"subject\":\"RECORD\",\"reason\":\"It was a test deal.\"}"));
        assertThat(crms.reasons(deal)).isEmpty();
    }

    @Test
    void a_merge_is_listed_with_the_deal_that_remains() {
        String deal = number();
        String remaining = number();
        crms.link("hubspot", deal, crms.submitted());

        crms.hubspot(
                """
                {"objectId":%s,"primaryObjectId":%s,"mergedObjectIds":[%s],"newObjectId":%s,"eventId":7,"subscriptionId":3,
                 "portalId":33,"occurredAt":%d,"subscriptionType":"deal.merge"}"""
                        .formatted(remaining, number(), deal, remaining, T0));

        assertThat(crms.reasons(deal)).containsExactly("MERGED_IN_CRM");
        assertThat(crms.deal("hubspot", deal)
                        .path("waits")
                        .get(0)
                        .path("explanation")
                        .asString())
                .contains("deal %s remains".formatted(remaining));
    }

    @Test
    void an_outbound_message_of_salesforce_closes_the_deal_once_and_is_acknowledged() {
        String referral = crms.submitted();
        String deal = "0065g00000%sQ".formatted(number());
        crms.link("salesforce", deal, referral);
        String message = outboundMessage("04l8000000abcde", deal + "AAF", ConnectedCrms.ORGANIZATION + "UAQ");

        Answer first = soap(message, ConnectedCrms.SECRET);
        Answer again = soap(message, ConnectedCrms.SECRET);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("Content-Type")).hasValue("text/xml;charset=UTF-8");
        assertThat(first.body())
                .contains("<notificationsResponse xmlns=\"http://soap.sforce.com/2005/09/outbound\"><Ack>true</Ack>");
        assertThat(again.body()).isEqualTo(first.body());
        JsonNode deals = crms.referral(referral).path("deals");
        assertThat(deals.size()).isEqualTo(1);
        assertThat(deals.get(0).path("amount").toString()).isEqualTo("{\"amount\":\"12000.50\",\"currency\":\"USD\"}");
        assertThat(deals.get(0).path("closedOn").asString()).isEqualTo("2026-03-30");
    }

    @Test
    void outbound_messages_of_strangers_and_malformed_ones_are_refused() {
        String message = outboundMessage("04l8000000abcdf", "0065g00000XyZzzAAF", ConnectedCrms.ORGANIZATION);

        assertThat(soap(message, "wrong").status()).isEqualTo(401);
        assertThat(crms.service
                        .post("/api/crm/salesforce/outbound-messages", message)
                        .status())
                .isEqualTo(401);
        assertThat(soap(message.replace(ConnectedCrms.ORGANIZATION, "00D5g000008Other"), ConnectedCrms.SECRET)
                        .status())
                .isEqualTo(403);
        assertThat(soap("<a>", ConnectedCrms.SECRET).status()).isEqualTo(400);
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertThat(soap(external, ConnectedCrms.SECRET).status()).isEqualTo(400);
        assertThat(crms.service.get("/api/crm/deals/salesforce/0065g00000XyZzz").status())
                .isEqualTo(404);
    }

    private static Answer soap(String message, String token) {
        return crms.service.post(
                "/api/crm/salesforce/outbound-messages?token=" + token, message, "Content-Type: text/xml");
    }

    private static String record(String deal, String type, long at) {
        return """
                {"objectId":%s,"eventId":%s,"subscriptionId":3,"portalId":33,"occurredAt":%d,"subscriptionType":"%s"}"""
                .formatted(deal, number(), at, type);
    }

    /** The format of Salesforce's WSDL for outbound messages of opportunities. */
    private static String outboundMessage(String notificationId, String deal, String organization) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                 <soapenv:Body>
                  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
                   <OrganizationId>%s</OrganizationId>
                   <ActionId>04k8000000000uAAA</ActionId>
                   <SessionId xsi:nil="true"/>
                   <EnterpriseUrl>https://firm.my.salesforce.example/services/Soap/c/63.0</EnterpriseUrl>
                   <PartnerUrl>https://firm.my.salesforce.example/services/Soap/u/63.0</PartnerUrl>
                   <Notification>
                    <Id>%s</Id>
                    <sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
                     <sf:Id>%s</sf:Id>
                     <sf:Amount>12000.5</sf:Amount>
                     <sf:CloseDate>2026-03-30</sf:CloseDate>
                     <sf:LastModifiedDate>2026-03-31T09:30:00.000Z</sf:LastModifiedDate>
                     <sf:StageName>Closed Won</sf:StageName>
                    </sObject>
                   </Notification>
                  </notifications>
                 </soapenv:Body>
                </soapenv:Envelope>
                """
                .formatted(organization, notificationId, deal);
    }
}
