package io.entente.referral.referral.mongo;

import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.Referral.Acceptance;
import io.entente.referral.referral.Referral.Outcome;
import io.entente.referral.referral.ReferralDraft;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Consent;
import io.entente.referral.referral.facts.ImportMark;
import io.entente.referral.referral.facts.Inquiry;
import io.entente.referral.referral.facts.Involvement;
import io.entente.referral.referral.facts.Note;
import io.entente.referral.referral.facts.Progress;
import io.entente.referral.referral.facts.Rating;
import io.entente.referral.referral.facts.SubmitReferral;
import io.entente.referral.referral.lists.ListedReferral;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaClocks;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a referral.
 *
 * @param clientKey identifies the client, so that the referrals of one client can be found
 * @param deals embedded by earlier versions of the service; no longer written
 * @param openClocks kind and state of each open clock; absent if no clock is open, for a sparse index
 * @param list absent in documents of earlier versions until {@link #listEntry} is stored
 * @param movedBy the versions of calendars that have moved due dates; absent if none has
 * @param nextClockAt when the next event on any clock is due; absent if none is, for a sparse index
 */
record ReferralDocument(
        @Id String id,
        long version,
        long sequence,
        ReferralStatus status,
        String partnerId,
        Direction direction,
        String clientKey,
        Client client,
        String service,
        @Nullable String challenge,
        @Nullable String context,
        @Nullable String promises,
        Involvement involvement,
        @Nullable MoneyJson expectedValue,
        @Nullable Consent introducedConsent,
        @Nullable List<AnswerDocument> answers,
        @Nullable Long checklistVersion,
        Instant submittedAt,
        @Nullable List<SlaClock> clocks,
        @Nullable List<String> openClocks,
        @Nullable List<String> movedBy,
        @Nullable Instant nextClockAt,
        @Nullable Consent consent,
        @Nullable List<Inquiry> inquiries,
        @Nullable Acceptance acceptance,
        @Nullable ProgressDocument progress,
        @Nullable Outcome outcome,
        @Nullable String duplicateOf,
        @Nullable List<CreditDocument> credit,
        @Nullable List<Document> deals,
        @Nullable List<Rating> ratings,
        @Nullable List<Note> notes,
        @Nullable List<HistoryEntry> history,
        @Nullable ImportMark imported,
        @Nullable ListEntry list,
        @Nullable Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static ReferralDocument of(Referral referral, ListEntry list, @Nullable Receipt receipt, @Nullable Outbox outbox) {
        SubmitReferral introduction = referral.introduction();
        return new ReferralDocument(
                referral.id().value(),
                referral.version(),
                referral.sequence(),
                referral.status(),
                introduction.partnerId(),
                introduction.direction(),
                introduction.client().key().value(),
                introduction.client(),
                introduction.service(),
                introduction.challenge(),
                introduction.context(),
                introduction.promises(),
                introduction.involvement(),
                introduction.expectedValue() == null ? null : MoneyJson.of(introduction.expectedValue()),
                introduction.consent(),
                introduction.answers().entrySet().stream()
                        .map(answer -> new AnswerDocument(answer.getKey(), answer.getValue()))
                        .toList(),
                introduction.checklistVersion(),
                referral.submittedAt(),
                referral.clocks().all().isEmpty() ? null : referral.clocks().all(),
                openClocks(referral),
                movedBy(referral),
                referral.clocks().nextAt(),
                referral.consent(),
                referral.inquiries(),
                referral.acceptance(),
                ProgressDocument.of(referral.progress()),
                referral.outcome(),
                referral.duplicateOf() == null ? null : referral.duplicateOf().value(),
                referral.credit().stream().map(CreditDocument::of).toList(),
                null,
                referral.ratings(),
                referral.notes(),
                referral.history(),
                referral.imported(),
                list,
                receipt,
                outbox);
    }

    Referral toReferral() {
        return new ReferralDraft(new ReferralId(id), introduction(), submittedAt)
                .version(version)
                .sequence(sequence)
                .status(status)
                .clocks(new SlaClocks(all(clocks)))
                .consent(consent)
                .inquiries(all(inquiries))
                .acceptance(acceptance)
                .progress(progress == null ? Progress.NONE : progress.toProgress())
                .outcome(outcome)
                .duplicateOf(duplicateOf == null ? null : new ReferralId(duplicateOf))
                .credit(all(credit).stream().map(CreditDocument::toShare).toList())
                .ratings(all(ratings))
                .notes(all(notes))
                .history(all(history))
                .imported(imported)
                .referral();
    }

    /** The entry in the list for a document that was stored without one. The last entry of the history tells its last change. */
    ListEntry listEntry() {
        List<HistoryEntry> known = all(history);
        return ListedReferral.of(
                toReferral(),
                known.isEmpty() ? submittedAt : known.get(known.size() - 1).at());
    }

    private static @Nullable List<String> openClocks(Referral referral) {
        List<SlaClock> open = referral.clocks().open();
        return open.isEmpty()
                ? null
                : open.stream()
                        .map(clock -> SlaClock.openKey(clock.kind(), clock.state()))
                        .toList();
    }

    private static @Nullable List<String> movedBy(Referral referral) {
        List<String> calendars = referral.clocks().all().stream()
                .flatMap(clock -> clock.moves().stream())
                .map(move -> move.calendar().key())
                .distinct()
                .toList();
        return calendars.isEmpty() ? null : calendars;
    }

    private SubmitReferral introduction() {
        return new SubmitReferral(
                partnerId,
                direction,
                client,
                service,
                challenge,
                context,
                promises,
                involvement,
                expectedValue == null ? null : expectedValue.toMoney(),
                introducedConsent,
                all(answers).stream().collect(Collectors.toMap(AnswerDocument::question, AnswerDocument::answer)),
                checklistVersion);
    }

    /** Returns an empty list for documents that are older than the field. */
    private static <T> List<T> all(@Nullable List<T> stored) {
        return stored == null ? List.of() : stored;
    }

    /** A list rather than a map, because a question's id may contain characters that a field name can't. */
    record AnswerDocument(String question, String answer) {

        @Override
        public String toString() {
            return "AnswerDocument[withheld]";
        }
    }
}
