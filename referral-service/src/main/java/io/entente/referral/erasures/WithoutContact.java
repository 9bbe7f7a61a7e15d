package io.entente.referral.erasures;

import io.entente.platform.erasures.PersonInText;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.Reason;
import io.entente.referral.referral.facts.SubmitReferral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A referral without its client's contact, in its texts as well. */
final class WithoutContact {

    /** The details of a history entry that somebody has written. The others are ids, codes and times. */
    private static final Set<String> WRITTEN = Set.of("reason", "alternative", "questions");

    private final Referral referral;
    private final PersonInText contact;

    private WithoutContact(Referral referral, Client.Contact contact) {
        this.referral = referral;
        this.contact = new PersonInText(
                contact.name(), contact.email() == null ? List.of() : List.of(contact.email()), contact.phone());
    }

    /** The referral's next version; empty if it has no contact, or the contact is erased already. */
    static Optional<Referral> of(Referral referral) {
        return Optional.ofNullable(referral.introduction().client().contact())
                .filter(contact -> !contact.isErased())
                .map(contact -> new WithoutContact(referral, contact).next());
    }

    private Referral next() {
        return ReferralDraft.of(referral)
                .version(referral.version() + 1)
                .introduction(introduction(referral.introduction()))
                .inquiries(referral.inquiries().stream().map(this::inquiry).toList())
                .outcome(outcome(referral.outcome()))
                .ratings(referral.ratings().stream().map(this::rating).toList())
                .notes(referral.notes().stream().map(this::note).toList())
                .history(referral.history().stream().map(this::entry).toList())
                .referral();
    }

    private SubmitReferral introduction(SubmitReferral of) {
        Client client = of.client();
        return new SubmitReferral(
                of.partnerId(),
                of.direction(),
                new Client(client.organisation(), client.domain(), client.country(), Client.Contact.ERASED),
                of.service(),
                contact.removedFromOptional(of.challenge()),
                contact.removedFromOptional(of.context()),
                contact.removedFromOptional(of.promises()),
                of.involvement(),
                of.expectedValue(),
                of.consent(),
                of.answers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, answer -> contact.removedFrom(answer.getValue()))),
                of.checklistVersion());
    }

    private Inquiry inquiry(Inquiry of) {
        return new Inquiry(of.askedAt(), all(of.questions()), of.answerDueAt(), of.answeredAt(), all(of.answers()));
    }

    private Referral.@Nullable Outcome outcome(Referral.@Nullable Outcome of) {
        if (of == null) {
            return null;
        }
        Reason why = of.why();
        return new Referral.Outcome(
                of.at(),
                why == null ? null : new Reason(why.code(), contact.removedFrom(why.text())),
                contact.removedFromOptional(of.alternative()));
    }

    private Rating rating(Rating of) {
        return new Rating(of.at(), of.score(), of.dealId(), contact.removedFromOptional(of.comment()));
    }

    private Note note(Note of) {
        return new Note(of.id(), of.at(), of.author(), of.visibility(), contact.removedFrom(of.text()));
    }

    private HistoryEntry entry(HistoryEntry of) {
        return new HistoryEntry(
                of.at(),
                of.what(),
                of.actor(),
                of.status(),
                of.internal(),
                of.details().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                detail -> WRITTEN.contains(detail.getKey())
                                        ? contact.removedFrom(detail.getValue())
                                        : detail.getValue())),
                of.sequence());
    }

    private List<String> all(List<String> texts) {
        return texts.stream().map(contact::removedFrom).toList();
    }
}
