package io.entente.commission.deals.mongo;

import io.entente.commission.deals.Engagement;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Converts the dates of an engagement to a document and back. */
final class DealDates {

    private DealDates() {}

    static Document write(Engagement engagement) {
        Document document = new Document("kind", engagement.kind().name());
        if (engagement.startsOn() != null) {
            document.append("startsOn", engagement.startsOn().toString());
        }
        return engagement.endsOn() == null
                ? document
                : document.append("endsOn", engagement.endsOn().toString());
    }

    static @Nullable Engagement read(@Nullable Document stored) {
        return stored == null
                ? null
                : new Engagement(
                        Engagement.Kind.valueOf(Objects.requireNonNull(stored.getString("kind"), "kind")),
                        day(stored, "startsOn"),
                        day(stored, "endsOn"));
    }

    private static @Nullable LocalDate day(Document stored, String field) {
        String day = stored.getString(field);
        return day == null ? null : LocalDate.parse(day);
    }
}
