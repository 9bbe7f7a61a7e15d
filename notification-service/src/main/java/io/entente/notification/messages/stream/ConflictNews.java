package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.MessageKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of two referrals of one client. Each of the two has its own event; neither partner learns whose the other is. */
final class ConflictNews {

    private ConflictNews() {}

    /** {@code referral.conflict-detected.v1}. */
    record ConflictDetected(
            String partnerId, Client client, String service, @Nullable Instant responseDueAt, Origin origin)
            implements AboutReferral {

        @Override
        public MessageKind toPartner() {
            return MessageKind.CONFLICT_DETECTED;
        }

        @Override
        public Facts facts() {
            return about().with("due", responseDueAt);
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
            Origin origin)
            implements AboutReferral {

        record Credit(String partnerId, BigDecimal share) {}

        /** The vocabulary is open: what an outcome means that nobody knows here yet, the partner finds in the portal. */
        @Override
        public MessageKind toPartner() {
            return switch (outcome) {
                case "HOLDS_CLAIM" -> MessageKind.CONFLICT_WON;
                case "SHARES_CLAIM" -> MessageKind.CONFLICT_SHARED;
                case "DUPLICATE" -> MessageKind.CONFLICT_LOST;
                default -> MessageKind.CONFLICT_DECIDED;
            };
        }

        @Override
        public Facts facts() {
            return about().withWord("rule", "rule", rule)
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
