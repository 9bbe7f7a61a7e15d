package io.entente.referral.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.referral.crm.Crm;
import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealFact;
import io.entente.referral.crm.web.ChangeReader.Read;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChangeReaderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The format of HubSpot's documentation: events of a deal, and one event of an object that isn't a deal. */
    @Test
    void property_changes_of_hubspot_are_read_and_everything_else_is_ignored() {
        Read read = read(
                Crm.HUBSPOT,
                """
                [{"objectId":1246965,"propertyName":"lifecyclestage","propertyValue":"subscriber","changeSource":"ACADEMY",
                  "eventId":3816279340,"subscriptionId":25,"portalId":33,"appId":1160452,"occurredAt":1462216307945,
                  "eventType":"contact.propertyChange","subscriptionType":"contact.propertyChange","attemptNumber":0},
                 {"objectId":9876543210,"propertyName":"dealstage","propertyValue":"closedwon","changeSource":"CRM_UI",
                  "eventId":3816279480,"subscriptionId":26,"portalId":33,"appId":1160452,"occurredAt":1462216307946,
                  "subscriptionType":"deal.propertyChange","attemptNumber":1},
                 {"objectId":9876543210,"objectTypeId":"0-3","propertyName":"amount","propertyValue":"1500.50",
                  "eventId":100,"subscriptionId":27,"portalId":33,"appId":1160452,"occurredAt":1462216307947,
                  "subscriptionType":"object.propertyChange","attemptNumber":0,"sourceId":"userId:1"},
                 {"objectId":9876543210,"objectTypeId":"0-1","propertyName":"amount","propertyValue":"7",
                  "eventId":101,"subscriptionId":27,"occurredAt":1462216307947,"subscriptionType":"object.propertyChange"},
                 {"objectId":9876543210,"propertyName":"entente_referral_id","propertyValue":"ref_1","eventId":102,
                  "subscriptionId":28,"occurredAt":1462216307948,"subscriptionType":"deal.propertyChange"},
                 {"objectId":123,"eventId":103,"occurredAt":1462216307948,"subscriptionType":"deal.creation"},
                 "nonsense"]""");

        assertThat(read.ignored()).isEqualTo(4);
        assertThat(read.changes()).extracting(DealChange::crmDealId).containsOnly("9876543210");
        assertThat(read.changes().get(0).stage()).isEqualTo("closedwon");
        assertThat(read.changes().get(0).at()).isEqualTo(Instant.ofEpochMilli(1462216307946L));
        assertThat(read.changes().get(1).facts()).isEqualTo(Map.of(DealFact.AMOUNT, "1500.50"));
        assertThat(read.changes().get(2).referralId()).isEqualTo("ref_1");
    }

    @Test
    void another_attempt_of_a_hubspot_event_has_the_same_event_id() {
        String event =
                """
                [{"objectId":5,"propertyName":"dealstage","propertyValue":"closedwon","eventId":1,"subscriptionId":2,
                  "occurredAt":1462216307946,"subscriptionType":"deal.propertyChange","attemptNumber":0}]""";

        assertThat(read(Crm.HUBSPOT, event.replace("\"attemptNumber\":0", "\"attemptNumber\":3")))
                .isEqualTo(read(Crm.HUBSPOT, event));
    }

    /** The format of Salesforce's documentation of Change Data Capture, as subscribers receive it. */
    @Test
    void a_change_event_of_salesforce_is_read_for_each_record() {
        Read read = read(
                Crm.SALESFORCE,
                """
                {"data":{"schema":"IeRuaY6cbI_HsV8Rv1Mc5g","payload":{
                   "ChangeEventHeader":{"entityName":"Opportunity","recordIds":["0065g00000XyZabAAF","0065g00000XyZacAAF"],
                     "changeType":"UPDATE","changeOrigin":"com/salesforce/api/soap/63.0;client=SfdcInternalAPI/",
                     "transactionKey":"0004cd77-9f12-15d9-8c74-6d5a4c2f6f1e","sequenceNumber":1,
                     "commitTimestamp":1774949400000,"commitNumber":11644311742957,"commitUser":"0055g00000AbCdEAAV",
                     "nulledFields":[],"diffFields":[],"changedFields":["StageName","Amount","CloseDate","LastModifiedDate"]},
                   "StageName":"Closed Won","Amount":12000.5,"CloseDate":"2026-03-31","LastModifiedDate":"2026-03-31T09:30:00.000Z"},
                 "event":{"replayId":16}},"channel":"/data/OpportunityChangeEvent"}""");

        assertThat(read.changes()).hasSize(2);
        DealChange change = read.changes().get(0);
        assertThat(change.stage()).isEqualTo("Closed Won");
        assertThat(change.facts()).isEqualTo(Map.of(DealFact.AMOUNT, "12000.5", DealFact.CLOSED_ON, "2026-03-31"));
        assertThat(change.at()).isEqualTo("2026-03-31T09:30:00Z");
    }

    /** {@code JSON.serialize} in an Apex trigger names the header's properties like this, and writes unchanged fields as null. */
    @Test
    void a_change_event_of_salesforce_is_read_if_an_apex_trigger_forwards_it() {
        Read read = read(
                Crm.SALESFORCE,
                """
                [{"attributes":{"type":"OpportunityChangeEvent"},"ReplayId":"16","ChangeEventHeader":{
                   "entityname":"Opportunity","recordids":["0065g00000XyZabAAF"],"changetype":"UPDATE",
                   "transactionkey":"0004cd77-9f12-15d9-8c74-6d5a4c2f6f1e","sequencenumber":1,
                   "committimestamp":1774949400000,"changedfields":["StageName","LastModifiedDate"]},
                  "Name":null,"StageName":"Closed Lost","Amount":null,"CloseDate":null}]""");

        assertThat(read.ignored()).isZero();
        assertThat(read.changes())
                .containsExactly(new DealChange(
                        "0065g00000XyZabAAF",
                        "0004cd77-9f12-15d9-8c74-6d5a4c2f6f1e/1",
                        Instant.parse("2026-03-31T09:30:00Z"),
                        "Closed Lost",
                        Map.of(),
                        null));
    }

    @Test
    void deletions_gap_events_and_other_objects_of_salesforce_are_ignored() {
        String event =
                """
                [{"ChangeEventHeader":{"entityName":"%s","recordIds":["%s"],"changeType":"%s","transactionKey":"t",
                   "sequenceNumber":1,"commitTimestamp":1774949400000},"StageName":"Closed Won"}]""";

        assertThat(read(Crm.SALESFORCE, event.formatted("Opportunity", "0065g00000XyZab", "UPDATE"))
                        .changes())
                .hasSize(1);
        for (String[] other : new String[][] {
            {"Account", "0015g00000XyZab", "UPDATE"},
            {"Opportunity", "0065g00000XyZab", "DELETE"},
            {"Opportunity", "0065g00000XyZab", "GAP_UPDATE"},
            {"Opportunity", "006*", "UPDATE"},
        }) {
            Read read = read(Crm.SALESFORCE, event.formatted((Object[]) other));
            assertThat(read.changes()).as(String.join(" ", other)).isEmpty();
            assertThat(read.ignored()).isEqualTo(1);
        }
    }

    @Test
    void the_generic_format_is_our_own_data_in_the_envelope_of_standard_webhooks() {
        String event =
                """
                {"type":"deal.updated","timestamp":"2026-03-31T09:30:00Z","data":{"dealId":"D-17","stage":"WON",
                  "amount":{"amount":"1054.00","currency":"EUR"},"closedOn":"2026-03-30","referralId":"ref_1"}}""";
        DealChange change = read(Crm.GENERIC, event).changes().get(0);

        assertThat(change)
                .isEqualTo(new DealChange(
                        "D-17",
                        "msg_1",
                        Instant.parse("2026-03-31T09:30:00Z"),
                        "WON",
                        Map.of(DealFact.AMOUNT, "1054.00", DealFact.CURRENCY, "EUR", DealFact.CLOSED_ON, "2026-03-30"),
                        "ref_1"));
        assertThat(read(Crm.GENERIC, event.replace("deal.updated", "contact.updated"))
                        .changes())
                .isEmpty();
        assertThat(read(Crm.GENERIC, event.replace("D-17", "../x")).changes()).isEmpty();
        assertThat(read(Crm.GENERIC, "[]").changes()).isEmpty();
        assertThat(read(Crm.GENERIC, "7").ignored()).isEqualTo(1);
    }

    private static Read read(Crm crm, String body) {
        String field =
                switch (crm) {
                    case HUBSPOT -> "entente_referral_id";
                    case SALESFORCE -> "Entente_Referral_Id__c";
                    case GENERIC -> "referralId";
                };
        return ChangeReader.of(crm).read(JSON.readTree(body), "msg_1", field);
    }
}
