package io.entente.referral.crm.web;

import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealChange.Incident;
import io.entente.referral.crm.DealFact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads HubSpot's webhooks, which are an array with one event for each changed property, deletion, restoration or merge. Events of
 * deals have types such as {@code deal.propertyChange}. Apps of the newer platform send {@code object.propertyChange} with the
 * object type 0-3 instead. If deals are merged, HubSpot creates a new deal, and the merged ones disappear.
 *
 * @see <a href="https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide">Webhooks API</a>
 * @see <a href="https://developers.hubspot.com/changelog/new-subscription-types-for-webhooks">Merge, restore and association
 *     events</a>
 */
final class HubSpotChanges implements ChangeReader {

    private static final String OF_DEALS = "deal.";
    private static final String OF_OBJECTS = "object.";
    private static final String DEAL_TYPE = "0-3";
    private static final String STAGE = "dealstage";
    private static final Map<String, DealFact> FACTS = Map.of(
            "amount", DealFact.AMOUNT,
            "deal_currency_code", DealFact.CURRENCY,
            "closedate", DealFact.CLOSED_ON,
            "closed_lost_reason", DealFact.LOSS_REASON);

    @Override
    public Read read(JsonNode body, Source source) {
        List<JsonNode> parts = ChangeReader.parts(body);
        List<JsonNode> own =
                parts.stream().filter(event -> !isOfOtherPortal(event, source)).toList();
        Read read = ChangeReader.each(own, (event, position) -> changes(event, source.referralField()));
        return new Read(read.changes(), read.ignored(), parts.size() - own.size());
    }

    private static boolean isOfOtherPortal(JsonNode event, Source source) {
        JsonNode portal = event.path("portalId");
        return event.isObject() && !source.accounts().contains(portal.asString(""));
    }

    private static List<DealChange> changes(JsonNode event, String referralField) {
        String type = event.path("subscriptionType").asString("");
        boolean isOfDeal = type.startsWith(OF_DEALS)
                || (type.startsWith(OF_OBJECTS)
                        && event.path("objectTypeId").asString("").equals(DEAL_TYPE));
        if (!isOfDeal || !isTime(event.path("occurredAt"))) {
            return List.of();
        }
        return switch (type.substring(type.indexOf('.') + 1)) {
            case "propertyChange" ->
                property(event, referralField).map(List::of).orElse(List.of());
            case "deletion" ->
                incident(event, event.path("objectId"), Incident.deleted()).toList();
            case "restore" ->
                incident(event, event.path("objectId"), Incident.restored()).toList();
            case "merge" -> merged(event);
            default -> List.of();
        };
    }

    private static Optional<DealChange> property(JsonNode event, String referralField) {
        String property = event.path("propertyName").asString("");
        Optional<String> dealId = objectId(event.path("objectId"));
        DealFact fact = FACTS.get(property);
        JsonNode reported = event.path("propertyValue");
        Optional<String> value = value(fact, reported);
        boolean isStage = property.equals(STAGE);
        boolean isReferral = property.equals(referralField);
        if (dealId.isEmpty() || value.isEmpty() || (fact == null && !isStage && !isReferral)) {
            return Optional.empty();
        }
        Map<DealFact, String> facts = fact == null ? Map.of() : Map.of(fact, value.get());
        return Optional.of(new DealChange(
                        dealId.get(),
                        eventId(event, property),
                        at(event),
                        isStage ? value.get() : null,
                        facts,
                        isReferral ? value.get() : null)
                .remarking(ChangeReader.remark(reported, facts)));
    }

    private static Optional<String> value(@Nullable DealFact fact, JsonNode reported) {
        if (fact == DealFact.LOSS_REASON) {
            return ChangeReader.words(reported);
        }
        return fact == null ? ChangeReader.text(reported) : ChangeReader.fact(reported);
    }

    private static List<DealChange> merged(JsonNode event) {
        String into = objectId(event.path("newObjectId"))
                .or(() -> objectId(event.path("primaryObjectId")))
                .orElse(null);
        return Stream.concat(
                        Stream.of(event.path("primaryObjectId")),
                        event.path("mergedObjectIds").valueStream())
                .flatMap(id -> incident(event, id, Incident.merged(into)))
                .filter(change -> !change.crmDealId().equals(into))
                .toList();
    }

    private static Stream<DealChange> incident(JsonNode event, JsonNode id, Incident incident) {
        return objectId(id).map(dealId -> DealChange.of(dealId, eventId(event, ""), at(event), incident)).stream();
    }

    /** HubSpot counts records from 1. An event that names none has 0. */
    private static Optional<String> objectId(JsonNode node) {
        return ChangeReader.dealId(node).filter(id -> !id.chars().allMatch(digit -> digit == '0'));
    }

    private static boolean isTime(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong();
    }

    private static Instant at(JsonNode event) {
        return Instant.ofEpochMilli(event.path("occurredAt").asLong());
    }

    /**
     * The id of an event. According to HubSpot an eventId alone isn't unique. The attemptNumber is left out, because it differs
     * between attempts of the same event.
     */
    private static String eventId(JsonNode event, String property) {
        return "%s/%s/%s/%d"
                .formatted(
                        event.path("eventId").asString(""),
                        property,
                        event.path("subscriptionId").asString(""),
                        event.path("occurredAt").asLong());
    }
}
