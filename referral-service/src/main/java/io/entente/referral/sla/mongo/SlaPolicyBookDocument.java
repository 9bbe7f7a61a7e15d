package io.entente.referral.sla.mongo;

import io.entente.referral.sla.SlaPolicyBook;
import java.util.List;
import org.springframework.data.annotation.Id;

/** The stored form of the policy book: one document. */
record SlaPolicyBookDocument(
        @Id String id, long version, List<SlaPolicyDocument> policies, List<CalendarDocument> calendars) {

    /** The id of the only book. */
    static final String ID = "sla-policy-book";

    static SlaPolicyBookDocument of(SlaPolicyBook book) {
        return new SlaPolicyBookDocument(
                ID,
                book.version(),
                book.policies().stream().map(SlaPolicyDocument::of).toList(),
                book.calendars().stream().map(CalendarDocument::of).toList());
    }

    SlaPolicyBook toBook() {
        return new SlaPolicyBook(
                version,
                policies.stream().map(SlaPolicyDocument::toPolicy).toList(),
                calendars.stream().map(CalendarDocument::toCalendar).toList());
    }
}
