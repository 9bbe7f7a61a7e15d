package io.entente.referral.crm.waiting;

import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says why a change of a CRM's deal waits, and since when.
 *
 * @param explanation for the team that decides
 * @param noticed whether the team has been notified
 * @param retryAt when the change is tried again without any other cause; absent if it isn't
 * @param profileVersion the version of the mapping profile that didn't know the stage; absent for other reasons
 * @param recorded the amount with which the deal was closed; only of differences
 * @param reported the amount that the CRM reports; only of differences, and absent if no deal can be closed with it
 * @param reportedOn the closing date that the CRM reports; only of differences
 */
public record Wait(
        WaitReason reason,
        String explanation,
        Instant since,
        boolean noticed,
        @Nullable Instant retryAt,
        @Nullable Integer profileVersion,
        @Nullable MoneyJson recorded,
        @Nullable MoneyJson reported,
        @Nullable LocalDate reportedOn) {

    public static Wait because(WaitReason reason, String explanation, Instant now) {
        return new Wait(reason, explanation, now, false, null, null, null, null, null);
    }

    public static Wait forCurrency(Instant retryAt, String explanation, Instant now) {
        return new Wait(WaitReason.CURRENCY_PENDING, explanation, now, false, retryAt, null, null, null, null);
    }

    public static Wait forProfile(int version, String explanation, Instant now) {
        return new Wait(WaitReason.UNKNOWN_STAGE, explanation, now, false, null, version, null, null, null);
    }

    /**
     * A difference between the terms of a closed deal and those that the CRM reports.
     *
     * @param recorded the amount of the closed deal, if the CRM's amount differs
     * @param reported the amount that the CRM reports; absent if no deal can be closed with it
     * @param reportedOn the closing date that the CRM reports, if it differs and a deal can be closed with it
     */
    public static Wait difference(
            WaitReason reason,
            String explanation,
            Instant now,
            @Nullable MoneyJson recorded,
            @Nullable MoneyJson reported,
            @Nullable LocalDate reportedOn) {
        return new Wait(reason, explanation, now, false, null, null, recorded, reported, reportedOn);
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
                        reported,
                        reportedOn);
    }

    public Wait afterNotice() {
        return new Wait(reason, explanation, since, true, retryAt, profileVersion, recorded, reported, reportedOn);
    }
}
