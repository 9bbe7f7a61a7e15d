package io.entente.notification.messages.stream.partnership;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of tiers on {@code partner.events}. */
public final class TierEvents {

    public static final List<EventType> TYPES = List.of(
            new EventType("partner.partner-tier-changed.v1", PartnerTierChanged.class),
            new EventType("partner.tier-change-proposed.v1", TierChangeProposed.class));

    private static final String VOCABULARY = "tier";

    private TierEvents() {}

    /** {@code partner.partner-tier-changed.v1}. The partner hears of it when it is decided, which is before the first day. */
    record PartnerTierChanged(
            String partnerId,
            String previousTier,
            String tier,
            LocalDate effectiveOn,
            @Nullable String reason,
            Origin origin)
            implements AnnouncedEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("partner-tier-changed");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .withWord("previousTier", VOCABULARY, previousTier)
                    .withWord(VOCABULARY, VOCABULARY, tier)
                    .with("startsOn", effectiveOn)
                    .withReason(reason, null);
        }
    }

    /** {@code partner.tier-change-proposed.v1}. Only the firm hears of a proposal. */
    record TierChangeProposed(String partnerId, String tier, String proposedTier, Origin origin)
            implements AnnouncedEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return null;
        }

        @Override
        public TemplateName teamTemplate() {
            return TemplateName.of("tier-change-proposed");
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .withWord("previousTier", VOCABULARY, tier)
                    .withWord(VOCABULARY, VOCABULARY, proposedTier);
        }
    }
}
