package io.entente.referral.crm.web;

import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealChange.Incident;
import io.entente.referral.crm.DealFact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Salesforce's change events of opportunities in the format of Change Data Capture: a header, and the fields that changed.
 * The body is one event or an array of events. Each event stands alone or inside the {@code payload} that subscribers receive. A
 * gap event has a header without fields, because Salesforce couldn't report the details.
 *
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_message_structure.htm">Change
 *     event message structure</a>
 * @see <a href="https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_other_events.htm">Gap
 *     and overflow events</a>
 */
final class SalesforceChanges implements ChangeReader {

    static final String STAGE = "StageName";
    static final Map<String, DealFact> FACTS = Map.of(
            "Amount", DealFact.AMOUNT,
            "CurrencyIsoCode", DealFact.CURRENCY,
            "CloseDate", DealFact.CLOSED_ON,
            "Loss_Reason__c", DealFact.LOSS_REASON);

    @Override
    public Read read(JsonNode body, Source source) {
        List<JsonNode> events = ChangeReader.parts(body).stream()
                .map(SalesforceChanges::payload)
                .sorted(Comparator.comparingLong(SalesforceChanges::sequence))
                .toList();
        return ChangeReader.each(events, (event, position) -> changes(event, source.referralField()));
    }

    /** The position of an event in its transaction. All events of a transaction have the same time. */
    private static long sequence(JsonNode event) {
        return new Header(event.path("ChangeEventHeader")).number("sequenceNumber");
    }

    private static JsonNode payload(JsonNode event) {
        JsonNode inside = event.path("data").path("payload");
        return inside.isObject() ? inside : event.path("payload").isObject() ? event.path("payload") : event;
    }

    /** One event may report the same change for several records. */
    private static List<DealChange> changes(JsonNode event, String referralField) {
        Header header = new Header(event.path("ChangeEventHeader"));
        if (!header.path("entityName").asString("").equals("Opportunity")
                || !header.path("commitTimestamp").isIntegralNumber()
                || !header.path("commitTimestamp").canConvertToLong()) {
            return List.of();
        }
        String type = header.path("changeType").asString("");
        return switch (type) {
            case "CREATE", "UPDATE" -> fields(event, header, referralField, null);
            case "UNDELETE" -> fields(event, header, referralField, Incident.restored());
            case "DELETE", "GAP_DELETE" -> changes(header, null, Map.of(), null, Incident.deleted());
            case "GAP_UNDELETE" ->
                changes(header, null, Map.of(), null, Incident.restoredWithoutDetails("the change " + type));
            case "GAP_CREATE", "GAP_UPDATE", "GAP_OVERFLOW" ->
                changes(header, null, Map.of(), null, Incident.withoutDetails("the change " + type));
            default -> List.of();
        };
    }

    private static List<DealChange> fields(
            JsonNode event, Header header, String referralField, @Nullable Incident incident) {
        Map<DealFact, String> facts = new EnumMap<>(DealFact.class);
        FACTS.forEach((name, fact) -> {
            value(header, name, fact, event.path(name)).ifPresent(text -> facts.put(fact, text));
        });
        Optional<String> stage = ChangeReader.text(event.path(STAGE));
        Optional<String> referral = ChangeReader.text(event.path(referralField));
        if (facts.isEmpty() && stage.isEmpty() && referral.isEmpty() && incident == null) {
            return List.of();
        }
        String remark = ChangeReader.remark(event.path("Loss_Reason__c"), facts);
        return changes(header, stage.orElse(null), facts, referral.orElse(null), incident).stream()
                .map(change -> change.remarking(remark))
                .toList();
    }

    private static Optional<String> value(Header header, String name, DealFact fact, JsonNode reported) {
        if (header.isCleared(name, reported)) {
            return Optional.of("");
        }
        boolean isReason = fact == DealFact.LOSS_REASON && reported.isString();
        return isReason ? ChangeReader.words(reported) : ChangeReader.text(reported);
    }

    private static List<DealChange> changes(
            Header header,
            @Nullable String stage,
            Map<DealFact, String> facts,
            @Nullable String referralId,
            @Nullable Incident incident) {
        String eventId = header.path("transactionKey").asString("") + "/"
                + header.path("sequenceNumber").asString("");
        String order = "%020d/%010d".formatted(header.number("commitNumber"), header.number("sequenceNumber"));
        Instant at = Instant.ofEpochMilli(header.path("commitTimestamp").asLong());
        List<DealChange> changes = new ArrayList<>();
        for (JsonNode recordId : header.path("recordIds")) {
            ChangeReader.dealId(recordId)
                    .ifPresent(id -> changes.add(
                            new DealChange(id, eventId, at, stage, facts, referralId, incident, order, null)));
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

        /** A field that didn't change is null as well, so only a field that the header names has been cleared. */
        boolean isCleared(String name, JsonNode value) {
            boolean isAbsent = value.isNull() || value.isMissingNode();
            return isAbsent && (names("changedFields", name) || names("nulledFields", name));
        }

        /** A number that only grows; zero if the header lacks it. */
        long number(String name) {
            JsonNode number = path(name);
            return number.isIntegralNumber() && number.canConvertToLong() ? Math.max(0, number.asLong()) : 0;
        }

        private boolean names(String list, String name) {
            return path(list).valueStream().anyMatch(field -> field.asString("").equals(name));
        }

        JsonNode path(String name) {
            JsonNode asSubscribersGetIt = fields.path(name);
            return asSubscribersGetIt.isMissingNode() ? fields.path(name.toLowerCase(Locale.ROOT)) : asSubscribersGetIt;
        }
    }
}
