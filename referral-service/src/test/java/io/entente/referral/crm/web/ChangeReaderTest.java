package io.entente.referral.crm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.referral.crm.Crm;
import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealFact;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.crm.web.ChangeReader.Read;
import io.entente.referral.crm.web.ChangeReader.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                  "eventId":101,"portalId":33,"subscriptionId":27,"occurredAt":1462216307947,"subscriptionType":"object.propertyChange"},
                 {"objectId":9876543210,"propertyName":"entente_referral_id","propertyValue":"ref_1","eventId":102,
                  "portalId":33,"subscriptionId":28,"occurredAt":1462216307948,"subscriptionType":"deal.propertyChange"},
                 {"objectId":123,"eventId":103,"portalId":33,"occurredAt":1462216307948,"subscriptionType":"deal.creation"},
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
                [{"objectId":5,"propertyName":"dealstage","propertyValue":"closedwon","eventId":1,"portalId":33,"subscriptionId":2,
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
                        null,
                        null,
                        "00000000000000000000/0000000001",
                        null));
    }

    @Test
    void events_of_another_portal_are_refused_and_the_others_are_read() {
        String event =
                """
                {"objectId":5,"propertyName":"dealstage","propertyValue":"closedwon","eventId":1,"subscriptionId":2,
                 "portalId":%s,"occurredAt":1462216307946,"subscriptionType":"deal.propertyChange"}""";

        Read read = read(Crm.HUBSPOT, "[" + event.formatted("33") + "," + event.formatted("34") + "]");

        assertThat(read.changes()).hasSize(1);
        assertThat(read.refused()).isEqualTo(1);
        assertThat(read.ignored()).isZero();
        assertThat(read(Crm.HUBSPOT, "[" + event.replace("\"portalId\":%s,", "") + "]")
                        .refused())
                .as("an event without a portal")
                .isEqualTo(1);
    }

    /** A merge creates a new deal, and all merged deals disappear. */
    @Test
    void deletions_restorations_and_merges_of_hubspot_are_read() {
        Read read = read(
                Crm.HUBSPOT,
                """
                [{"objectId":1,"eventId":1,"portalId":33,"occurredAt":1462216307946,"subscriptionType":"deal.deletion"},
                 {"objectId":2,"eventId":2,"portalId":33,"occurredAt":1462216307946,"subscriptionType":"deal.restore"},
                 {"objectId":3,"objectTypeId":"0-3","eventId":3,"portalId":33,"occurredAt":1462216307946,
                  "subscriptionType":"object.deletion"},
                 {"objectId":9,"primaryObjectId":4,"mergedObjectIds":[5,6],"newObjectId":9,"numberOfPropertiesMoved":3,
                  "eventId":4,"portalId":33,"occurredAt":1462216307946,"subscriptionType":"deal.merge"}]""");

        assertThat(read.changes())
                .extracting(
                        DealChange::crmDealId,
                        change -> change.incident() == null
                                ? null
                                : change.incident().reason())
                .containsExactly(
                        tuple("1", WaitReason.DELETED_IN_CRM),
                        tuple("2", null),
                        tuple("3", WaitReason.DELETED_IN_CRM),
                        tuple("4", WaitReason.MERGED_IN_CRM),
                        tuple("5", WaitReason.MERGED_IN_CRM),
                        tuple("6", WaitReason.MERGED_IN_CRM));
        assertThat(read.changes().get(5).incident().text()).contains("deal 9 remains");
    }

    /** HubSpot counts records from 1 and sends 0 if it names none, so 0 is no deal that changes could be collected for. */
    @Test
    void the_object_0_of_hubspot_is_no_deal() {
        Read read = read(
                Crm.HUBSPOT,
                """
                [{"objectId":0,"propertyName":"dealstage","propertyValue":"closedwon","eventId":1,"subscriptionId":2,"portalId":33,
                  "occurredAt":1462216307946,"subscriptionType":"deal.propertyChange"},
                 {"objectId":0,"eventId":2,"portalId":33,"occurredAt":1462216307946,"subscriptionType":"deal.deletion"},
                 {"objectId":7,"primaryObjectId":7,"mergedObjectIds":[8,0],"newObjectId":0,"eventId":3,"portalId":33,
                  "occurredAt":1462216307946,"subscriptionType":"deal.merge"}]""");

        assertThat(read.changes()).extracting(DealChange::crmDealId).containsExactly("8");
        assertThat(read.changes().get(0).incident().text()).contains("deal 7 remains");
        assertThat(read.ignored()).isEqualTo(2);
    }

    @Test
    void deletions_and_gap_events_of_salesforce_are_read_and_other_objects_are_ignored() {
        String event =
                """
                [{"ChangeEventHeader":{"entityName":"%s","recordIds":["%s"],"changeType":"%s","transactionKey":"t",
                   "sequenceNumber":1,"commitTimestamp":1774949400000},"StageName":"Closed Won"}]""";

        assertThat(read(Crm.SALESFORCE, event.formatted("Opportunity", "0065g00000XyZab", "UPDATE"))
                        .changes())
                .hasSize(1);
        for (String type : List.of("DELETE", "GAP_DELETE")) {
            assertThat(incident(event.formatted("Opportunity", "0065g00000XyZab", type)))
                    .isEqualTo(WaitReason.DELETED_IN_CRM);
        }
        for (String type : List.of("GAP_CREATE", "GAP_UPDATE", "GAP_UNDELETE")) {
            assertThat(incident(event.formatted("Opportunity", "0065g00000XyZab", type)))
                    .isEqualTo(WaitReason.DETAILS_MISSING);
        }
        // An overflow event always has the empty record id.
        assertThat(incident(event.formatted("Opportunity", "000000000000000AAA", "GAP_OVERFLOW")))
                .isEqualTo(WaitReason.DETAILS_MISSING);
        for (String[] other :
                new String[][] {{"Account", "0015g00000XyZab", "UPDATE"}, {"Opportunity", "006*", "UPDATE"}}) {
            Read read = read(Crm.SALESFORCE, event.formatted((Object[]) other));
            assertThat(read.changes()).as(String.join(" ", other)).isEmpty();
            assertThat(read.ignored()).isEqualTo(1);
        }
    }

    private static WaitReason incident(String body) {
        DealChange change = read(Crm.SALESFORCE, body).changes().get(0);
        assertThat(change.stage()).isNull();
        return change.incident().reason();
    }

    @Test
    void each_event_of_a_batch_has_an_id_of_its_own() {
        String event =
                """
                {"type":"deal.updated","timestamp":"2026-03-31T09:30:0%dZ","data":{"dealId":"D-17","stage":"%s"}}""";

        Read read = read(
                Crm.GENERIC, "[" + event.formatted(0, "CONTACTED") + "," + event.formatted(1, "MEETING_HELD") + "]");

        assertThat(read.changes()).extracting(DealChange::eventId).containsExactly("msg_1/0", "msg_1/1");
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

    @Test
    void a_value_that_the_crm_cleared_is_an_empty_fact() {
        String hubspot =
                """
                [{"objectId":5,"propertyName":"%s","propertyValue":%s,"eventId":1,"subscriptionId":2,"portalId":33,
                  "occurredAt":1462216307946,"subscriptionType":"deal.propertyChange"}]""";
        String salesforce =
                """
                [{"ChangeEventHeader":{"entityName":"Opportunity","recordIds":["0065g00000XyZab"],"changeType":"UPDATE",
                   "transactionKey":"t","sequenceNumber":1,"commitTimestamp":1774949400000,"changedFields":["Amount"]},
                  "Amount":null,"CloseDate":null}]""";
        String generic =
                """
                {"type":"deal.updated","timestamp":"2026-03-31T09:30:00Z","data":{"dealId":"D-17","amount":null,"closedOn":""}}""";

        assertThat(facts(Crm.HUBSPOT, hubspot.formatted("amount", "\"\""))).isEqualTo(Map.of(DealFact.AMOUNT, ""));
        assertThat(facts(Crm.HUBSPOT, hubspot.formatted("closedate", "null")))
                .isEqualTo(Map.of(DealFact.CLOSED_ON, ""));
        assertThat(read(Crm.HUBSPOT, hubspot.formatted("dealstage", "\"\"")).changes())
                .isEmpty();
        assertThat(facts(Crm.SALESFORCE, salesforce)).isEqualTo(Map.of(DealFact.AMOUNT, ""));
        assertThat(facts(Crm.GENERIC, generic))
                .isEqualTo(Map.of(DealFact.AMOUNT, "", DealFact.CURRENCY, "", DealFact.CLOSED_ON, ""));
    }

    private static Map<DealFact, String> facts(Crm crm, String body) {
        return read(crm, body).changes().get(0).facts();
    }

    @Test
    void events_of_one_transaction_of_salesforce_are_read_in_their_sequence() {
        String event =
                """
                {"ChangeEventHeader":{"entityName":"Opportunity","recordIds":["0065g00000XyZab"],"changeType":"UPDATE",
                   "transactionKey":"t","sequenceNumber":%d,"commitTimestamp":1774949400000},"StageName":"%s"}""";

        Read read = read(
                Crm.SALESFORCE,
                "[" + event.formatted(2, "Negotiation/Review") + "," + event.formatted(1, "Closed Lost") + "]");

        assertThat(read.changes()).extracting(DealChange::stage).containsExactly("Closed Lost", "Negotiation/Review");
    }

    @Test
    void absurd_times_and_numbers_are_refused_alone() {
        String event =
                """
                {"objectId":%d,"propertyName":"amount","propertyValue":%s,"eventId":1,"subscriptionId":2,"portalId":33,
                  "occurredAt":%s,"subscriptionType":"deal.propertyChange"}""";
        Instant now = Instant.parse("2026-03-31T09:30:00Z");
        Read all = read(
                Crm.HUBSPOT,
                "["
                        + String.join(
                                ",",
                                event.formatted(1, "5", "1774949400000"),
                                event.formatted(2, "5", "1000000000000000000000000000000"),
                                event.formatted(3, "5", "9223372036854775807"),
                                event.formatted(4, "5", "-1"),
                                event.formatted(5, "1e400", "1774949400000"))
                        + "]");

        Read read = ChangeReader.plausible(all, now);

        assertThat(read.changes())
                .extracting(DealChange::crmDealId)
                .contains("1", "3")
                .doesNotContain("2", "4");
        assertThat(read.changes()).allSatisfy(change -> assertThat(change.at()).isBeforeOrEqualTo(now));
        assertThat(read.changes().size() + read.ignored()).isEqualTo(5);
        assertThat(read.changes())
                .allSatisfy(change ->
                        assertThat(change.facts().get(DealFact.AMOUNT)).hasSizeLessThan(10));
    }

    private static Read read(Crm crm, String body) {
        String field =
                switch (crm) {
                    case HUBSPOT -> "entente_referral_id";
                    case SALESFORCE -> "Entente_Referral_Id__c";
                    case GENERIC -> "referralId";
                };
        return ChangeReader.of(crm).read(JSON.readTree(body), new Source("msg_1", field, Set.of("33")));
    }
}
