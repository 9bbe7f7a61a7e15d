package io.entente.referral.crm.web;

import io.entente.referral.crm.DealChange;
import io.entente.referral.crm.DealFact;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads HubSpot's webhooks, which are an array with one event for each changed property. Changes of deals have the type {@code
 * deal.propertyChange}. Apps of the newer platform send {@code object.propertyChange} with the object type 0-3 instead.
 *
 * @see <a href="https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide">Webhooks API</a>
 */
final class HubSpotChanges implements ChangeReader {

    private static final String OF_DEALS = "deal.propertyChange";
    private static final String OF_OBJECTS = "object.propertyChange";
    private static final String DEAL_TYPE = "0-3";
    private static final String STAGE = "dealstage";
    private static final Map<String, DealFact> FACTS = Map.of(
            "amount", DealFact.AMOUNT,
            "deal_currency_code", DealFact.CURRENCY,
            "closedate", DealFact.CLOSED_ON,
            "closed_lost_reason", DealFact.LOSS_REASON);

    @Override
    public Read read(JsonNode body, @Nullable String messageId, String referralField) {
        return ChangeReader.each(
                body, event -> change(event, referralField).stream().toList());
    }

    private static Optional<DealChange> change(JsonNode event, String referralField) {
        String type = event.path("subscriptionType").asString("");
        boolean ofDeal = type.equals(OF_DEALS)
                || (type.equals(OF_OBJECTS)
                        && event.path("objectTypeId").asString("").equals(DEAL_TYPE));
        String property = event.path("propertyName").asString("");
        Optional<String> dealId = ChangeReader.dealId(event.path("objectId"));
        Optional<String> value = ChangeReader.text(event.path("propertyValue"));
        if (!ofDeal
                || dealId.isEmpty()
                || value.isEmpty()
                || !event.path("occurredAt").isIntegralNumber()) {
            return Optional.empty();
        }
        DealFact fact = FACTS.get(property);
        boolean isStage = property.equals(STAGE);
        boolean isReferral = property.equals(referralField);
        if (fact == null && !isStage && !isReferral) {
            return Optional.empty();
        }
        long occurredAt = event.path("occurredAt").asLong();
        // According to HubSpot an eventId alone isn't unique. The attemptNumber is left out, because it differs between
        // attempts of the same event.
        String eventId = "%s/%s/%s/%d"
                .formatted(
                        event.path("eventId").asString(""),
                        property,
                        event.path("subscriptionId").asString(""),
                        occurredAt);
        return Optional.of(new DealChange(
                dealId.get(),
                eventId,
                Instant.ofEpochMilli(occurredAt),
                isStage ? value.get() : null,
                fact == null ? Map.of() : Map.of(fact, value.get()),
                isReferral ? value.get() : null));
    }
}
