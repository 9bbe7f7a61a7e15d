package io.entente.referral.referral.web;

import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Note.Visibility;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/referrals/{id}/notes}. The note is internal unless the request says otherwise or a partner writes
 * it.
 */
record NoteRequest(@NotBlank @Size(max = Note.MAX_LENGTH) String text, @Nullable Visibility visibility) {

    @Override
    public String toString() {
        return "NoteRequest[withheld]";
    }
}
