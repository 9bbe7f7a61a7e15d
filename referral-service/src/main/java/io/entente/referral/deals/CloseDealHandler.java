package io.entente.referral.deals;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.referral.deals.DealIds.Claim;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralEvent;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.TermsInForce;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Deal;
import io.entente.referral.referral.facts.Occurrence;
import io.entente.referral.referral.facts.Today;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes deals: once however often the same request is sent, and under an id that no other referral's deal has. The id is
 * claimed before the referral is written, so that two referrals can't both take it.
 */
public final class CloseDealHandler {

    private final Referrals referrals;
    private final DealIds dealIds;
    private final KnownPartners partners;
    private final TermsInForce terms;
    private final Clock clock;

    public CloseDealHandler(
            Referrals referrals, DealIds dealIds, KnownPartners partners, TermsInForce terms, Clock clock) {
        this.referrals = referrals;
        this.dealIds = dealIds;
        this.partners = partners;
        this.terms = terms;
        this.clock = clock;
    }

    /** What became of a request to close a deal. */
    public sealed interface Closing {

        /** The deal is on the referral; {@code again} where it was before. */
        record Closed(Referral referral, Deal deal, boolean again) implements Closing {}

        /** Fields of the request are not acceptable. */
        record BadFields(List<FieldError> errors) implements Closing {

            static BadFields of(String field, String message) {
                return new BadFields(List.of(new FieldError(field, message)));
            }
        }

        /** The caller's key was used for another request. */
        record KeyReused() implements Closing {}

        /** The referral's state doesn't allow it. */
        record Refused(String reason) implements Closing {}
    }

    /**
     * Closes a deal.
     *
     * @param keyName what the caller's key stands for; absent where it sent none, or where the deal id follows from it
     * @param now when, and by whom
     * @param precondition throws where the caller decided on another version
     * @return empty where there is no such referral, or none that whoever closes it may know of
     */
    public Optional<Closing> handle(
            ReferralId id,
            CloseDeal command,
            @Nullable String keyName,
            Occurrence now,
            Consumer<Referral> precondition) {
        return OptimisticRetry.retryOnConflict(() -> referrals
                .find(id)
                .filter(referral ->
                        !now.isByOtherPartnerThan(referral.introduction().partnerId()))
                .map(referral -> handle(referral, command, keyName, now, precondition)));
    }

    private Closing handle(
            Referral referral,
            CloseDeal command,
            @Nullable String keyName,
            Occurrence now,
            Consumer<Referral> precondition) {
        Claim claim = new Claim(referral.id(), command.dealId());
        Optional<Deal> known = referral.deal(command.dealId());
        if (known.isPresent()) {
            return again(referral, known.get(), command, keyName, claim);
        }
        precondition.accept(referral);
        List<FieldError> bad = badFields(command);
        if (!bad.isEmpty()) {
            return new Closing.BadFields(bad);
        }
        Decision<Change<Referral, ReferralEvent>> decision =
                referral.take(command, now, terms.of(referral.introduction().partnerId()));
        if (decision instanceof Decision.Rejected<Change<Referral, ReferralEvent>> rejected) {
            return new Closing.Refused(rejected.reason());
        }
        if (keyName != null && !dealIds.claim(keyName, claim).equals(claim)) {
            return new Closing.KeyReused();
        }
        Claim holding = dealIds.claim(command.dealId(), claim);
        if (!holding.equals(claim)) {
            return Closing.BadFields.of(
                    "dealId", "%s is a deal of referral %s".formatted(command.dealId(), holding.referralId()));
        }
        Change<Referral, ReferralEvent> change = decision.orElseThrow();
        CompletableFuture<Void> unused = referrals.update(change);
        return new Closing.Closed(
                change.state(), change.state().deal(command.dealId()).orElseThrow(), false);
    }

    private Closing again(Referral referral, Deal known, CloseDeal command, @Nullable String keyName, Claim claim) {
        if (keyName != null && !dealIds.claim(keyName, claim).equals(claim)) {
            return new Closing.KeyReused();
        }
        return known.fingerprint().equals(command.fingerprint())
                ? new Closing.Closed(referral, known, true)
                : Closing.BadFields.of("dealId", known.dealId() + " was closed before with another body");
    }

    private List<FieldError> badFields(CloseDeal command) {
        List<FieldError> errors = new ArrayList<>();
        if (command.closedOn().isAfter(Today.latestAnywhere(clock))) {
            errors.add(new FieldError("closedOn", "must not be in the future"));
        }
        List<CreditShare> credit = command.credit();
        for (int i = 0; i < credit.size(); i++) {
            if (partners.find(credit.get(i).partnerId()).isEmpty()) {
                errors.add(new FieldError("credit[%d].partnerId".formatted(i), "is no partner of the program"));
            }
        }
        return errors;
    }
}
