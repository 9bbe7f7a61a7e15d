package io.entente.referral.referral.submission;

import io.entente.platform.domain.FieldError;
import io.entente.referral.referral.Introductions.Added.Repeated;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refusal of a client that the partner has introduced before. */
final class RepeatedClient {

    private static final String FIELD = "client";

    private final Referrals referrals;

    RepeatedClient(Referrals referrals) {
        this.referrals = referrals;
    }

    /** @param author the person to whom the refusal goes, if it may see its own referrals only; null for everybody else */
    FieldError refusal(Repeated repeated, @Nullable String author) {
        boolean isVisible = author == null
                || !referrals
                        .submittedBy(author, List.of(new ReferralId(repeated.firstReferralId())))
                        .isEmpty();
        return new FieldError(FIELD, isVisible ? repeated.inWords() : repeated.inWordsToOthers());
    }
}
