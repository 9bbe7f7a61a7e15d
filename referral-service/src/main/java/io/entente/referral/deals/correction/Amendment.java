package io.entente.referral.deals.correction;

import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.Referral;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that changes the details of a deal. */
public sealed interface Amendment permits CorrectDeal, EndEngagement {

    CommandName name();

    DealCorrection.Kind kind();

    String dealId();

    /** A text for the partner; null if none was given. */
    @Nullable
    String reason();

    /** The idempotency key and the body; null if the caller sent no key. */
    DealCorrection.@Nullable Request request();

    /** Returns why the deal can't be changed in this way; empty if it can. */
    Optional<String> refusal(Deal deal);

    /** Returns an error for each field that doesn't fit the deal. */
    List<FieldError> badFields(Deal deal);

    /** Returns the details of the deal after the change. */
    DealDetails applyTo(Deal deal, Referral referral);
}
