package io.entente.notification.messages;

import java.util.Optional;

/** Remembers who of a partner has submitted which referral, because a member may see its own referrals only. */
public interface ReferralAuthors {

    /** Who has submitted a referral never changes, so repeating it changes nothing. */
    void keep(String referralId, String author);

    /** Empty for what the firm or an import has submitted, and for referrals from before authors were remembered. */
    Optional<String> of(String referralId);
}
