package io.entente.notification.messages.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.notification.messages.NotificationFilter;
import io.entente.notification.messages.Sight;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Reads notifications along an index that has one field and the time of creation: the inbox, or for all partners the state of the
 * mail, the event's type, or the time alone. Further conditions are checked on what the index finds.
 */
record InboxQuery(NotificationFilter filter) {

    static final String PARTNER = "partnerId";
    static final String TEAM = "team";
    static final String CREATED_AT = "createdAt";
    static final String EVENT_TYPE = "eventType";
    static final String MAIL = "email.state";
    static final String AUTHOR = "author";
    private static final String ABOUT = "about";
    private static final String ID = "_id";

    /** The point is followed by the slash, and the hyphen by the point. */
    private static final String AFTER_MONEY = "commission/";

    private static final String AFTER_AGREEMENTS = "partner.agreement.";

    Query page(PageRequest page) {
        List<Criteria> all = new ArrayList<>();
        if (page.after() != null) {
            all.addAll(after(InboxCursor.read(page.after())));
        }
        all.addAll(inbox());
        all.addAll(sight());
        // Without a period too, a bound selects the index by time.
        all.add(where(CREATED_AT).gte(filter.from() == null ? Instant.EPOCH : filter.from()));
        if (filter.to() != null) {
            all.add(where(CREATED_AT).lt(filter.to()));
        }
        if (filter.eventType() != null) {
            all.add(where(EVENT_TYPE).is(filter.eventType()));
        }
        if (filter.mail() != null) {
            all.add(where(MAIL).is(filter.mail()));
        } else if (filter.withMail()) {
            all.add(where(MAIL).exists(true));
        }
        return new Query(new Criteria().andOperator(all))
                .with(Sort.by(filter.newestFirst() ? Sort.Direction.DESC : Sort.Direction.ASC, CREATED_AT, ID))
                .limit(page.fetch());
    }

    private List<Criteria> inbox() {
        if (filter.audience() == null) {
            // The inboxes of the firm have no partner, and a mail to a team has no inbox.
            return List.of(
                    filter.partnerId() == null
                            ? where(PARTNER).exists(true)
                            : where(PARTNER).is(filter.partnerId()));
        }
        Criteria inbox = where(TEAM).is(filter.audience());
        return filter.partnerId() == null
                ? List.of(inbox)
                : List.of(inbox, where(ABOUT).is(filter.partnerId()));
    }

    private List<Criteria> sight() {
        Sight sight = filter.sight();
        return sight.author() == null ? all(sight) : List.of(own(sight.author(), sight));
    }

    private static List<Criteria> all(Sight sight) {
        List<Criteria> without = new ArrayList<>();
        if (!sight.withMoney()) {
            without.add(outside(Sight.MONEY, AFTER_MONEY));
        }
        if (!sight.withAgreements()) {
            without.add(outside(Sight.AGREEMENTS, AFTER_AGREEMENTS));
        }
        return without;
    }

    /** What is about money or about agreements has no author. */
    private static Criteria own(String author, Sight sight) {
        List<Criteria> any = new ArrayList<>();
        any.add(where(AUTHOR).is(author));
        if (sight.withMoney()) {
            any.add(where(EVENT_TYPE).gte(Sight.MONEY).lt(AFTER_MONEY));
        }
        if (sight.withAgreements()) {
            any.add(where(EVENT_TYPE).gte(Sight.AGREEMENTS).lt(AFTER_AGREEMENTS));
        }
        return new Criteria().orOperator(any);
    }

    private static Criteria outside(String first, String after) {
        return new Criteria()
                .orOperator(where(EVENT_TYPE).lt(first), where(EVENT_TYPE).gte(after));
    }

    /** The index seeks to the first bound. The second one separates notifications of the same millisecond. */
    private List<Criteria> after(InboxCursor cursor) {
        Criteria created = where(CREATED_AT);
        return filter.newestFirst()
                ? List.of(
                        created.lte(cursor.createdAt()),
                        new Criteria()
                                .orOperator(
                                        where(CREATED_AT).lt(cursor.createdAt()),
                                        where(ID).lt(cursor.id())))
                : List.of(
                        created.gte(cursor.createdAt()),
                        new Criteria()
                                .orOperator(
                                        where(CREATED_AT).gt(cursor.createdAt()),
                                        where(ID).gt(cursor.id())));
    }
}
