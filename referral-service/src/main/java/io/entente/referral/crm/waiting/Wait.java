package io.entente.referral.crm.waiting;

import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says why a change of a CRM's deal waits, and since when.
 *
 * @param explanation for the team that decides
 * @param noticed whether the team has been notified
 * @param retryAt when the change is tried again without any other cause; absent if it isn't
 * @param profileVersion the version of the mapping profile that didn't know the stage; absent for other reasons
 * @param recorded the amount with which the deal was closed; only of differences
 * @param reported the amount that the CRM reports; only of differences
 */
public record Wait(
        WaitReason reason,
        String explanation,
        Instant since,
        boolean noticed,
        @Nullable Instant retryAt,
        @Nullable Integer profileVersion,
        @Nullable MoneyJson recorded,
        @Nullable MoneyJson reported) {

    public static Wait because(WaitReason reason, String explanation, Instant now) {
        return new Wait(reason, explanation, now, false, null, null, null, null);
    }

    public static Wait forCurrency(Instant retryAt, String explanation, Instant now) {
        return new Wait(WaitReason.CURRENCY_PENDING, explanation, now, false, retryAt, null, null, null);
    }

    public static Wait forProfile(int version, String explanation, Instant now) {
        return new Wait(WaitReason.UNKNOWN_STAGE, explanation, now, false, null, version, null, null);
    }

    /** A difference between the amount of a closed deal and the amount that the CRM reports. */
    public static Wait difference(MoneyJson recorded, MoneyJson reported, Instant now) {
        boolean isSameCurrency = recorded.currency().equals(reported.currency());
        return new Wait(
                isSameCurrency ? WaitReason.AMOUNT_DIFFERS : WaitReason.CURRENCY_DIFFERS,
                "the deal was closed before with %s %s, now %s %s; correct the deal"
                        .formatted(recorded.currency(), recorded.amount(), reported.currency(), reported.amount()),
                now,
                false,
                null,
                null,
                recorded,
                reported);
    }

    /** The same reason as found again. A change keeps the time since which it waits, and its team isn't notified twice. */
    public Wait after(@Nullable Wait earlier) {
        return earlier == null
                ? this
                : new Wait(
                        reason,
                        explanation,
                        earlier.since,
                        earlier.noticed && earlier.reason == reason,
                        retryAt,
                        profileVersion,
                        recorded,
                        reported);
    }

    public Wait afterNotice() {
        return new Wait(reason, explanation, since, true, retryAt, profileVersion, recorded, reported);
    }
}
