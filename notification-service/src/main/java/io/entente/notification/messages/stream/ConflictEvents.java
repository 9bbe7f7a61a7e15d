package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of a conflict between two referrals of the same client. Each of the two referrals has its own event, and neither
 * partner learns who the other one is.
 */
final class ConflictEvents {

    static final List<EventType> TYPES = List.of(
            new EventType("referral.conflict-detected.v1", ConflictDetected.class),
            new EventType("referral.conflict-decided.v1", ConflictDecided.class));

    private ConflictEvents() {}

    /** {@code referral.conflict-detected.v1}. */
    record ConflictDetected(
            String partnerId,
            Client client,
            String service,
            @Nullable Instant responseDueAt,
            @Nullable Boolean known,
            Origin origin)
            implements ReferralEvent {

        /** A partner is not told again what it knows. */
        @Override
        public @Nullable TemplateName partnerTemplate() {
            return Boolean.TRUE.equals(known) ? null : TemplateName.of("conflict-detected");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("due", responseDueAt);
        }
    }

    /** {@code referral.conflict-decided.v1}. */
    record ConflictDecided(
            String partnerId,
            Client client,
            String service,
            String rule,
            String outcome,
            @Nullable List<Credit> credit,
            String reason,
            @Nullable Boolean contestedFurther,
            Origin origin)
            implements ReferralEvent {

        record Credit(String partnerId, BigDecimal share) {}

        /** The vocabulary is open. The message for an unknown outcome refers the partner to the portal. */
        @Override
        public TemplateName partnerTemplate() {
            boolean isOpen = Boolean.TRUE.equals(contestedFurther);
            return switch (outcome) {
                case "HOLDS_CLAIM" -> TemplateName.of(isOpen ? "conflict-won-so-far" : "conflict-won");
                case "SHARES_CLAIM" -> TemplateName.of(isOpen ? "conflict-shared-so-far" : "conflict-shared");
                case "DUPLICATE" -> TemplateName.of("conflict-lost");
                default -> TemplateName.of("conflict-decided");
            };
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .withWord("rule", "rule", rule)
                    .withReason(reason, null)
                    .with("share", share());
        }

        private @Nullable BigDecimal share() {
            return credit == null
                    ? null
                    : credit.stream()
                            .filter(part -> part.partnerId().equals(partnerId))
                            .map(Credit::share)
                            .reduce(BigDecimal::add)
                            .orElse(null);
        }
    }
}
