package io.entente.referral.submission.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.program.Editions;
import io.entente.referral.program.ListedReason;
import io.entente.referral.program.ReasonList;
import io.entente.referral.program.ReasonUse;
import io.entente.referral.submission.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reasons as requests give them: a code of the program's list, own words, or both; own words alone are {@code OTHER}. */
@Component
final class GivenReasons {

    private final Editions<ReasonList> lists;

    GivenReasons(Editions<ReasonList> lists) {
        this.lists = lists;
    }

    /**
     * Reads a reason that must be given.
     *
     * @throws InvalidInputException where there is none, or its code isn't one for this use
     */
    Reason required(ReasonUse use, @Nullable String code, @Nullable String text) {
        Reason given = optional(use, code, text);
        if (given == null) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("reason", "must be given, or a reasonCode of /api/referral-reasons")));
        }
        return given;
    }

    /** As {@link #required}; null where neither is given. */
    @Nullable
    Reason optional(ReasonUse use, @Nullable String code, @Nullable String text) {
        String words = text == null || text.isBlank() ? null : text.strip();
        if (code == null) {
            return words == null ? null : Reason.of(words);
        }
        ReasonList list = lists.inForce().content();
        ListedReason listed = list.find(use, code)
                .orElseThrow(() -> InvalidInputException.unprocessable(new FieldError(
                        "reasonCode",
                        "must be one of %s (/api/referral-reasons)".formatted(String.join(", ", list.codes(use))))));
        return new Reason(code, words == null ? listed.label() : words);
    }
}
