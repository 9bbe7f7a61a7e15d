package io.entente.referral.referral.web;

import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.IdGenerator;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.Created;
import io.entente.platform.web.IdempotencyKey;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.referral.referral.ReferralCommandHandler;
import io.entente.referral.referral.ReferralCommandHandler.Answer;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import io.entente.referral.referral.commands.AddNote;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Note.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/referrals/{id}/notes}: the notes on a referral. A partner reads and writes shared notes. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS})
@NeedsRight(ownSuffices = true)
@RestController
@RequestMapping("/api/referrals/{id}/notes")
class NoteController {

    private static final String PREFIX = "note";

    private final ReferralCommandHandler commands;
    private final Referrals referrals;
    private final IdGenerator ids;

    NoteController(ReferralCommandHandler commands, Referrals referrals, IdGenerator ids) {
        this.commands = commands;
        this.referrals = referrals;
        this.ids = ids;
    }

    record NoteView(String id, Instant at, String author, Visibility visibility, String text) {

        static NoteView of(Note note) {
            return new NoteView(note.id(), note.at(), note.author(), note.visibility(), note.text());
        }

        @Override
        public String toString() {
            return "NoteView[withheld]";
        }
    }

    /**
     * Adds a note to a referral. A note of the firm is internal or shared with the partner. A note of the partner is
     * always shared. {@code If-Match} names the version of the referral.
     */
    @PostMapping
    ResponseEntity<NoteView> add(
            @PathVariable String id,
            @RequestBody NoteRequest request,
            Actor actor,
            IdempotencyKey key,
            IfMatch ifMatch) {
        Visibility visibility = visibility(request, actor);
        String noteId = key.idFor(PREFIX, "referrals/" + id + "/notes", ids);
        AddNote command = new AddNote(noteId, visibility, request.text().strip());
        Answer.Done done =
                ReferralCommandController.done(id, commands.handle(new ReferralId(id), command, actor, referral -> {
                    // A note that was added before has changed the version itself.
                    if (!command.isDoneIn(referral)) {
                        ifMatch.check(referral.version());
                    }
                }));
        Note note = done.referral().notes().stream()
                .filter(kept -> kept.id().equals(noteId))
                .findFirst()
                .orElseThrow();
        if (!note.text().equals(command.text()) || note.visibility() != visibility) {
            throw IdempotencyKey.reused();
        }
        String location = "/api/referrals/" + id + "/notes";
        return done.again()
                ? Created.replayed(location, NoteView.of(note))
                : Created.first(location, NoteView.of(note));
    }

    /** Lists the notes of a referral, oldest first. A partner gets the shared notes. */
    @AuditedRead
    @GetMapping
    Page<NoteView> list(@PathVariable String id, PageRequest page, Tenant tenant) {
        List<Note> readable = referrals
                .find(new ReferralId(id))
                .filter(found -> tenant.covers(found.introduction().partnerId()))
                .orElseThrow(() -> new NotFoundException("referral", id))
                .notes()
                .stream()
                .filter(note -> note.visibility() == Visibility.SHARED || !tenant.byPartner())
                .toList();
        int from = page.after() == null
                ? 0
                : IntStream.range(0, readable.size())
                        .filter(place -> readable.get(place).id().equals(page.after()))
                        .map(place -> place + 1)
                        .findFirst()
                        .orElse(readable.size());
        List<Note> found = readable.subList(from, Math.min(readable.size(), from + page.fetch()));
        return Page.of(found, page, Note::id).map(NoteView::of);
    }

    private static Visibility visibility(NoteRequest request, Actor actor) {
        if (!actor.isPartner()) {
            return request.visibility() == null ? Visibility.INTERNAL : request.visibility();
        }
        if (request.visibility() == Visibility.INTERNAL) {
            throw InvalidInputException.unprocessable(
                    new FieldError("visibility", "must be SHARED, because only the firm writes internal notes"));
        }
        return Visibility.SHARED;
    }
}
