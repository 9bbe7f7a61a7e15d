package io.entente.partner.stream;

import io.entente.partner.onboarding.ManageOnboarding;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import io.entente.partner.referrals.FollowReferrals;
import io.entente.partner.tiers.review.ReviewSchedule;
import io.entente.platform.events.consume.EventConsumer;
import io.entente.platform.events.consume.EventConsumers;
import io.entente.platform.events.consume.EventHandler;
import io.entente.platform.events.consume.Handled;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Subscribes to {@code referral.events}. Several features read some of the events, each by its own record. */
@Configuration(proxyBeanMethods = false)
class ReferralEventsConfiguration {

    private static final String SUBMITTED = "referral.referral-submitted.v1";

    @Bean
    Consumer<Message<byte[]>> referralEvents(
            EventConsumers consumers,
            FollowReferrals follow,
            ManageOnboarding onboarding,
            RecordPerformance record,
            RecordReferrals referrals,
            ReviewSchedule schedule,
            Clock clock,
            ObjectMapper json,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        ObjectReader moved = reader(json, ReferralMoved.class);
        EventHandler<JsonNode> course = (event, envelope) -> {
            ReferralMoved referral = moved.readValue(event);
            boolean isNew = follow.follow(referral.toProgress(envelope));
            if (SUBMITTED.equals(envelope.type()) && referral.isByPartner()) {
                onboarding.referralMade(referral.partnerId(), referral.referralId());
            }
            return handled(isNew);
        };
        ObjectReader performed = reader(json, PartnerPerformed.class);
        EventHandler<JsonNode> counted = (event, envelope) -> {
            PartnerPerformed performance = performed.readValue(event);
            boolean changed = performance.recordTo(record, envelope, zone);
            // Also if nothing has changed: the service may have died after it had recorded the event.
            LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), zone).plusDays(1);
            performance.partners().forEach(partner -> schedule.mark(partner, tomorrow));
            return handled(changed);
        };
        ObjectReader referred = reader(json, PartnerReferred.class);
        EventHandler<JsonNode> exchanged = (event, envelope) ->
                handled(referred.<PartnerReferred>readValue(event).recordTo(referrals, record, envelope, zone));
        Map<String, List<EventHandler<JsonNode>>> handlers = new TreeMap<>();
        add(handlers, ReferralMoved.KINDS.keySet(), course);
        add(handlers, PartnerReferred.TYPES, exchanged);
        add(handlers, PartnerPerformed.TYPES, counted);
        EventConsumer consumer = consumers.named("referralEvents");
        handlers.forEach((type, all) -> consumer.on(type, JsonNode.class, inTurn(all)));
        return consumer;
    }

    private static void add(
            Map<String, List<EventHandler<JsonNode>>> handlers, Set<String> types, EventHandler<JsonNode> handler) {
        types.forEach(type ->
                handlers.merge(type, List.of(handler), (first, second) -> Stream.concat(first.stream(), second.stream())
                        .toList()));
    }

    /** One handler after the other. If one fails, the event is handled again by all of them, which changes nothing in the others. */
    private static EventHandler<JsonNode> inTurn(List<EventHandler<JsonNode>> handlers) {
        return (event, envelope) -> {
            Handled result = Handled.DUPLICATE;
            for (EventHandler<JsonNode> handler : handlers) {
                result = handler.handle(event, envelope) == Handled.APPLIED ? Handled.APPLIED : result;
            }
            return result;
        };
    }

    private static ObjectReader reader(ObjectMapper json, Class<?> event) {
        return json.readerFor(event).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static Handled handled(boolean changed) {
        return changed ? Handled.APPLIED : Handled.DUPLICATE;
    }
}
