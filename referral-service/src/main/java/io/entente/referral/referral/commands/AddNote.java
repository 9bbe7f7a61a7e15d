package io.entente.referral.referral.commands;

import io.entente.referral.referral.CommandName;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralCommand;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralEvent.NoteShared;
import io.entente.referral.referral.Terms;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Note.Visibility;
import io.entente.referral.referral.facts.Occurrence;
import java.util.Map;
import java.util.Optional;

/**
 * Adds a note to a referral, in the author's words. A note that both sides may read is published without its text,
 * because the partner has to hear of it.
 *
 * @param id the id of the note; a repetition with the same id adds nothing
 */
public record AddNote(String id, Visibility visibility, String text) implements ReferralCommand {

    @Override
    public CommandName name() {
        return CommandName.NOTES;
    }

    @Override
    public boolean isDoneIn(Referral referral) {
        return referral.notes().stream().anyMatch(note -> note.id().equals(id));
    }

    @Override
    public Optional<String> refusal(Referral referral) {
        return referral.notes().size() < Note.MAX_PER_REFERRAL
                ? Optional.empty()
                : Optional.of("The referral has %d notes, which is the maximum.".formatted(Note.MAX_PER_REFERRAL));
    }

    @Override
    public Effect applyTo(ReferralDraft draft, Occurrence now, Terms terms) {
        Referral referral = draft.referral();
        draft.notes(ReferralDraft.and(
                referral.notes(), new Note(id, now.at(), now.actor().value(), visibility, text)));
        if (visibility == Visibility.SHARED) {
            return new Effect.Published(new NoteShared(now, id));
        }
        return new Effect.Recorded(new HistoryEntry(
                now.at(), HistoryEntry.NOTE_ADDED, now.actor().value(), referral.status(), true, Map.of("noteId", id)));
    }

    @Override
    public String toString() {
        return "AddNote[%s, %s, withheld]".formatted(id, visibility);
    }
}
