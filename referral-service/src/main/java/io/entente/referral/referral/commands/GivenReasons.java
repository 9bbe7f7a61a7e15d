package io.entente.referral.referral.commands;

import io.entente.platform.domain.FieldError;
import io.entente.referral.program.Editions;
import io.entente.referral.program.ListedReason;
import io.entente.referral.program.ReasonList;
import io.entente.referral.program.ReasonUse;
import io.entente.referral.referral.facts.Reason;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reasons in requests. A reason has a code of the program's list, a text, or both. A text without a code gets
 * the code {@code OTHER}.
 */
public final class GivenReasons {

    private final Editions<ReasonList> lists;
    private final Function<FieldError, RuntimeException> missing;
    private final Function<FieldError, RuntimeException> unlisted;

    /**
     * @param missing creates the exception for a required reason that isn't given
     * @param unlisted creates the exception for a code that isn't on the program's list
     */
    public GivenReasons(
            Editions<ReasonList> lists,
            Function<FieldError, RuntimeException> missing,
            Function<FieldError, RuntimeException> unlisted) {
        this.lists = lists;
        this.missing = missing;
        this.unlisted = unlisted;
    }

    /** Reads a required reason. Fails if there is none, or if its code isn't listed for this use. */
    public Reason required(ReasonUse use, @Nullable String code, @Nullable String text) {
        Reason given = optional(use, code, text);
        if (given == null) {
            throw missing.apply(
                    new FieldError("reason", "is required unless a reasonCode of /api/referral-reasons is given"));
        }
        return given;
    }

    /** Like {@link #required}, but returns null if neither a code nor a text is given. */
    public @Nullable Reason optional(ReasonUse use, @Nullable String code, @Nullable String text) {
        String words = text == null || text.isBlank() ? null : text.strip();
        if (code == null) {
            return words == null ? null : Reason.of(words);
        }
        ReasonList list = lists.inForce().content();
        ListedReason listed = list.find(use, code)
                .orElseThrow(() -> unlisted.apply(new FieldError(
                        "reasonCode",
                        "must be one of %s (/api/referral-reasons)".formatted(String.join(", ", list.codes(use))))));
        return new Reason(code, words == null ? listed.label() : words);
    }
}
