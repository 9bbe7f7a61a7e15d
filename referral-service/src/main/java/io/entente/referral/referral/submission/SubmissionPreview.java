package io.entente.referral.referral.submission;

import io.entente.platform.domain.FieldError;
import io.entente.referral.sla.SlaClock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission would lead to if it was sent now.
 *
 * @param errors the fields that are missing or wrong, as the submission would name them
 * @param promise until when the firm would answer; absent if no promise would apply, or if the partner can't submit
 */
public record SubmissionPreview(List<FieldError> errors, @Nullable Promise promise) {

    public SubmissionPreview {
        errors = List.copyOf(errors);
    }

    /**
     * The promise of an answer.
     *
     * @param clock the clock that would start
     * @param programZone the program's time zone
     * @param partnerZone the partner's time zone; absent if it isn't known
     */
    public record Promise(SlaClock clock, ZoneId programZone, @Nullable ZoneId partnerZone) {}
}
