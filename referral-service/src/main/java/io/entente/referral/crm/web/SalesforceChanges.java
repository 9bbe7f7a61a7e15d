package io.entente.referral.crm.web;

import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Salesforce's change events of opportunities in the format of Change Data Capture: a header, and the fields that changed.
 * The body is one event or an array of events. Each event stands alone or inside the {@code payload} that subscribers receive.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_message_structure.htm">Change
 *     event message structure</a>
 */
final class SalesforceChanges implements ChangeReader {

    private static final Set<String> CHANGES = Set.of("CREATE", "UPDATE", "UNDELETE");
    private static final Map<String, DealFact> FACTS = Map.of(
            "Amount", DealFact.AMOUNT,
            "CurrencyIsoCode", DealFact.CURRENCY,
            "CloseDate", DealFact.CLOSED_ON,
            "Loss_Reason__c", DealFact.LOSS_REASON);

    @Override
    public Read read(JsonNode body, @Nullable String messageId, String referralField) {
        return ChangeReader.each(body, event -> changes(payload(event), referralField));
    }

    private static JsonNode payload(JsonNode event) {
        JsonNode inside = event.path("data").path("payload");
        return inside.isObject() ? inside : event.path("payload").isObject() ? event.path("payload") : event;
    }

    /** One event may report the same change for several records. */
    private static List<DealChange> changes(JsonNode event, String referralField) {
        Header header = new Header(event.path("ChangeEventHeader"));
        if (!header.path("entityName").asString("").equals("Opportunity")
                || !CHANGES.contains(header.path("changeType").asString(""))
                || !header.path("commitTimestamp").isIntegralNumber()) {
            return List.of();
        }
        Map<DealFact, String> facts = new EnumMap<>(DealFact.class);
        FACTS.forEach((name, fact) -> ChangeReader.text(event.path(name)).ifPresent(value -> facts.put(fact, value)));
        Optional<String> stage = ChangeReader.text(event.path("StageName"));
        Optional<String> referral = ChangeReader.text(event.path(referralField));
        if (facts.isEmpty() && stage.isEmpty() && referral.isEmpty()) {
            return List.of();
        }
        String eventId = header.path("transactionKey").asString("") + "/"
                + header.path("sequenceNumber").asString("");
        Instant at = Instant.ofEpochMilli(header.path("commitTimestamp").asLong());
        List<DealChange> changes = new ArrayList<>();
        for (JsonNode recordId : header.path("recordIds")) {
            ChangeReader.dealId(recordId)
                    .ifPresent(id -> changes.add(
                            new DealChange(id, eventId, at, stage.orElse(null), facts, referral.orElse(null))));
        }
        return changes;
    }

    /**
     * The header of an event. Subscribers receive names such as {@code recordIds}; the Apex class writes them in lower case.
     *
     * @see <a href="https://developer.salesforce.com/docs/platform/apex-ref/references/apex-ref/apex-class-eventbus-changeeventheader.html">ChangeEventHeader
     *     Class</a>
     */
    private record Header(JsonNode fields) {

        JsonNode path(String name) {
            JsonNode asSubscribersGetIt = fields.path(name);
            return asSubscribersGetIt.isMissingNode() ? fields.path(name.toLowerCase(Locale.ROOT)) : asSubscribersGetIt;
        }
    }
}
