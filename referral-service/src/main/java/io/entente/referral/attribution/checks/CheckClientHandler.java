package io.entente.referral.attribution.checks;

import io.entente.platform.domain.Actor;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientIdentity;
import io.entente.referral.attribution.policy.AttributionPolicies;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.KnownPartners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells an active partner whether a client is free. Nobody else has a use for the answer. A partner can ask a limited number of
 * times per hour, so nobody can find out the clients of others by asking for all. A client that is free can be held for an hour, in
 * which others can't claim it.
 */
public final class CheckClientHandler {

    /** The questions that a partner may ask in one hour. */
    public static final int MAX_PER_HOUR = 20;

    /** The clients that may be held for a partner at a time. */
    public static final int MAX_HELD = 5;

    /** The time between two holds of one client for one partner, so that nobody holds a client for long without a referral. */
    public static final Duration BETWEEN_HOLDS = Duration.ofDays(1);

    private static final int BATCH = 100;

    private final ClientChecks checks;
    private final ClientHolds holds;
    private final AttributionPolicies policies;
    private final KnownPartners partners;
    private final Clock clock;

    public CheckClientHandler(
            ClientChecks checks, ClientHolds holds, AttributionPolicies policies, KnownPartners partners, Clock clock) {
        this.checks = checks;
        this.holds = holds;
        this.policies = policies;
        this.partners = partners;
        this.clock = clock;
    }

    /**
     * A question.
     *
     * @param isToBeHeld whether the client is to be held for the partner if it is free
     */
    public record Question(
            String id,
            String partnerId,
            String organisation,
            @Nullable String domain,
            @Nullable String country,
            boolean isToBeHeld,
            Actor actor,
            String fingerprint) {}

    /** The result of a question. */
    public sealed interface Result {

        /** The answer is on record. If {@code again} is true, an earlier request got it. */
        record Answered(ClientCheck check, boolean again) implements Result {}

        /** The id was used for another question. */
        record KeyReused() implements Result {}

        /** The partner can't ask, because it isn't active. */
        record NotActive(String reason) implements Result {}

        /** The partner has asked too often. It may ask again at the given time. */
        record TooMany(Instant again) implements Result {}

        /** The client can't be held for the partner. */
        record NotHeld(String reason) implements Result {}
    }

    public Result handle(Question question) {
        Optional<ClientCheck> before = checks.find(question.id());
        if (before.isPresent()) {
            return before.get().fingerprint().equals(question.fingerprint())
                    ? new Result.Answered(before.get(), true)
                    : new Result.KeyReused();
        }
        Optional<KnownPartner> partner = partners.find(question.partnerId());
        if (partner.isEmpty() || !partner.get().isActive()) {
            return new Result.NotActive(inactive(question.partnerId(), partner));
        }
        Instant now = clock.instant();
        long hour = now.getEpochSecond() / Duration.ofHours(1).toSeconds();
        if (checks.countOneMore(question.partnerId(), hour) > MAX_PER_HOUR) {
            return new Result.TooMany(
                    Instant.ofEpochSecond((hour + 1) * Duration.ofHours(1).toSeconds()));
        }
        Introduction asking = introduction(question, now);
        Availability found = holds.check(asking);
        Optional<String> notHeld =
                question.isToBeHeld() && found == Availability.FREE ? refusal(asking, now) : Optional.empty();
        if (notHeld.isPresent()) {
            return new Result.NotHeld(notHeld.get());
        }
        return answer(question, asking, found, now);
    }

    private static String inactive(String partnerId, Optional<KnownPartner> partner) {
        return partner.map(known -> "is a partner that is %s. Only an ACTIVE partner can ask about clients."
                        .formatted(known.status()))
                .orElse(partnerId
                        + " isn't a known partner of the program. If it was just activated, try again in a moment.");
    }

    private Result answer(Question question, Introduction asking, Availability found, Instant now) {
        Availability answer = found;
        Instant heldUntil = null;
        if (question.isToBeHeld() && answer == Availability.FREE) {
            heldUntil = holds.hold(asking).orElse(null);
            answer = heldUntil == null ? foundMeanwhile(asking) : answer;
        }
        ClientCheck check = new ClientCheck(
                question.id(),
                question.partnerId(),
                question.organisation(),
                question.domain(),
                question.country(),
                asking.client().key().value(),
                answer,
                now,
                heldUntil,
                question.actor().value(),
                question.fingerprint());
        return checks.add(check) ? new Result.Answered(check, false) : handle(question);
    }

    /** If others asked for a hold of a similar client at the same moment, it may be that nobody got one. */
    private Availability foundMeanwhile(Introduction asking) {
        Availability found = holds.check(asking);
        return found == Availability.FREE ? Availability.SIMILAR : found;
    }

    private Optional<String> refusal(Introduction asking, Instant now) {
        if (checks.countHeld(asking.partnerId(), now) >= MAX_HELD) {
            return Optional.of(
                    "%d clients are held for this partner, which is the most. Submit a referral, or ask without holding."
                            .formatted(MAX_HELD));
        }
        return checks.wasHeldSince(asking.partnerId(), asking.client().key().value(), now.minus(BETWEEN_HOLDS))
                ? Optional.of(
                        "This client was held for this partner less than a day ago. Submit a referral, or ask without holding.")
                : Optional.empty();
    }

    private Introduction introduction(Question question, Instant now) {
        ClientIdentity client = ClientIdentity.of(
                question.organisation(),
                question.domain(),
                question.country(),
                policies.inForce().furtherGenericDomains());
        return new Introduction(question.id(), question.partnerId(), client, now);
    }

    /** Releases the clients whose hold has ended, and forgets the counts of earlier hours. */
    public void sweep() {
        Instant now = clock.instant();
        List<ClientCheck> ended;
        do {
            ended = checks.endedBefore(now, BATCH);
            ended.forEach(this::release);
        } while (ended.size() == BATCH);
        checks.forgetCountsBefore(now.getEpochSecond() / Duration.ofHours(1).toSeconds());
    }

    private void release(ClientCheck check) {
        ClientIdentity client = ClientIdentity.of(
                check.organisation(),
                check.domain(),
                check.country(),
                policies.inForce().furtherGenericDomains());
        holds.release(new Introduction(check.id(), check.partnerId(), client, check.checkedAt()));
        checks.released(check.id());
    }
}
