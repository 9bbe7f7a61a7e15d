package io.entente.referral.deals;

import io.entente.platform.domain.Change;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.referral.deals.DealKeys.Use;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.facts.Occurrence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes deals. A request that is sent repeatedly closes one deal, and no two deals have the same id. The insert of the
 * deal decides; if the referral isn't WON yet, {@link WinReferrals} moves it afterwards. Each deal of a referral costs
 * the same.
 */
public final class CloseDealHandler {

    private final Referrals referrals;
    private final Deals deals;
    private final DealKeys keys;
    private final WinReferrals wins;
    private final DealRules rules;

    public CloseDealHandler(Referrals referrals, Deals deals, DealKeys keys, WinReferrals wins, DealRules rules) {
        this.referrals = referrals;
        this.deals = deals;
        this.keys = keys;
        this.wins = wins;
        this.rules = rules;
    }

    /** The result of a request to close a deal. */
    public sealed interface Closing {

        /** The deal is closed. If {@code again} is true, an earlier request closed it. */
        record Closed(Deal deal, boolean again) implements Closing {}

        /** Fields of the request are not acceptable. */
        record BadFields(List<FieldError> errors) implements Closing {

            static BadFields of(String field, String message) {
                return new BadFields(List.of(new FieldError(field, message)));
            }
        }

        /** The id belongs to a deal that was reversed, so it can't be used again. */
        record Reversed(Deal deal) implements Closing {}

        /** The caller's key was used for another request. */
        record KeyReused() implements Closing {}

        /** The referral's state doesn't allow it. */
        record Refused(String reason) implements Closing {}
    }

    /** A request with everything that it depends on. */
    private record Request(ReferralId referralId, CloseDeal command, @Nullable String keyName, Occurrence now) {

        Use use() {
            return new Use(referralId, command.dealId());
        }
    }

    /**
     * Closes a deal.
     *
     * @param keyName the name under which the caller's key is stored; absent if it sent none, or if the deal id follows
     *     from it
     * @param now when the deal is closed, and by whom
     * @param precondition throws if the caller decided on another version of the referral
     * @return empty if there is no such referral, or if the actor mustn't know of it
     */
    public Optional<Closing> handle(
            ReferralId id,
            CloseDeal command,
            @Nullable String keyName,
            Occurrence now,
            Consumer<Referral> precondition) {
        return referrals
                .load(id)
                .filter(loaded ->
                        !now.isByOtherPartnerThan(loaded.state().introduction().partnerId()))
                .map(loaded -> handle(loaded, new Request(id, command, keyName, now), precondition));
    }

    private Closing handle(Loaded<Referral> loaded, Request request, Consumer<Referral> precondition) {
        Referral referral = loaded.state();
        try {
            precondition.accept(referral);
        } catch (RuntimeException otherVersion) {
            return known(request).orElseThrow(() -> otherVersion);
        }
        Optional<Closing> refused = refusal(referral, request);
        if (refused.isPresent()) {
            // A repeated request gets its first answer, even if something has changed since.
            return known(request).orElseGet(refused::get);
        }
        if (isKeyReused(request)) {
            return new Closing.KeyReused();
        }
        Change<Deal, DealEvent> closed = request.command().on(referral, request.now());
        if (deals.add(closed).isEmpty()) {
            return known(request).orElseGet(() -> taken(request));
        }
        if (referral.status() != ReferralStatus.WON) {
            wins.win(loaded, closed.state(), request.now());
        }
        return new Closing.Closed(closed.state(), false);
    }

    private Optional<Closing> refusal(Referral referral, Request request) {
        CloseDeal command = request.command();
        List<FieldError> bad = rules.badFields(command.closedOn(), command.credit());
        return bad.isEmpty()
                ? referral.refusal(CommandName.DEALS, request.now()).map(Closing.Refused::new)
                : Optional.of(new Closing.BadFields(bad));
    }

    private boolean isKeyReused(Request request) {
        return request.keyName() != null
                && !keys.use(request.keyName(), request.use()).equals(request.use());
    }

    /** Returns the answer if the referral already has a deal with this id. */
    private Optional<Closing> known(Request request) {
        return deals.find(request.command().dealId())
                .filter(deal -> deal.referralId().equals(request.referralId()))
                .map(deal -> again(deal, request));
    }

    private Closing again(Deal known, Request request) {
        if (isKeyReused(request)) {
            return new Closing.KeyReused();
        }
        if (known.fingerprint().equals(request.command().fingerprint())) {
            return new Closing.Closed(known, true);
        }
        return known.reversal() != null
                ? new Closing.Reversed(known)
                : Closing.BadFields.of("dealId", known.dealId() + " was closed before with another body");
    }

    /** The id belongs to a deal of another referral. A partner doesn't learn of which, or what became of that deal. */
    private Closing taken(Request request) {
        String dealId = request.command().dealId();
        if (request.now().actor().isPartner()) {
            return Closing.BadFields.of("dealId", dealId + " is the id of another deal; choose another one");
        }
        Optional<Deal> reversed = deals.find(dealId).filter(deal -> deal.reversal() != null);
        if (reversed.isPresent()) {
            return new Closing.Reversed(reversed.get());
        }
        return Closing.BadFields.of(
                "dealId",
                "%s is already a deal of referral %s"
                        .formatted(dealId, deals.holder(dealId).orElseThrow()));
    }
}
