package io.entente.referral.submission.web;

import io.entente.referral.submission.RecordMeeting;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** {@code POST /api/referrals/{id}/meeting}. */
record MeetingRequest(@NotNull LocalDate heldOn) {

    RecordMeeting toCommand() {
        return new RecordMeeting(heldOn);
    }
}
