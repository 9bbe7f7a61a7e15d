package io.entente.referral.referral.web;

import io.entente.referral.referral.commands.RecordMeeting;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** {@code POST /api/referrals/{id}/meeting}. */
record MeetingRequest(@NotNull LocalDate heldOn) {

    RecordMeeting toCommand() {
        return new RecordMeeting(heldOn);
    }
}
