package io.entente.referral.clocks.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.entente.platform.runtime.lists.ListConditions;
import io.entente.referral.partners.Direction;
import io.entente.referral.referral.ReferralStatus;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.lists.ListedReferral;
import io.entente.referral.sla.SlaClock;
import io.entente.referral.sla.SlaState;
import io.entente.referral.sla.promises.PromiseRecord;
import io.entente.referral.sla.promises.PromiseRecords;
import io.entente.referral.sla.promises.PromisedReferral;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * Reads the clocks of one partner by two indexes: those that ended in the period, and those that fell due in it. Both conditions name
 * the start of the period twice, because a store that can't use {@code $elemMatch} for an index uses the other one.
 */
@Repository
class MongoPromiseRecords implements PromiseRecords {

    static final String PARTNER_ID = "partnerId";
    static final String DUE_AT = "clocks.dueAt";

    private final MongoOperations mongo;

    MongoPromiseRecords(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<PromiseRecord> of(String partnerId, @Nullable String author, Instant from, Instant to) {
        PromiseRecord record = new PromiseRecord(from, to);
        Criteria ended = inbound(partnerId)
                .and(MongoSlaBoard.ENDED_AT)
                .gte(from)
                .and("clocks")
                .elemMatch(where("endedAt").gte(from).lt(to));
        Criteria breached = inbound(partnerId)
                .and(DUE_AT)
                .gte(from)
                .and("clocks")
                .elemMatch(where("state")
                        .is(SlaState.BREACHED)
                        .and("dueAt")
                        .gte(from)
                        .lt(to));
        return add(ofAuthor(author, ended), record) && add(ofAuthor(author, breached), record)
                ? Optional.of(record)
                : Optional.empty();
    }

    private static Criteria ofAuthor(@Nullable String author, Criteria wanted) {
        return author == null
                ? wanted
                : new Criteria().andOperator(wanted, ListConditions.filter(ListedReferral.ofAuthor(author)));
    }

    private static Criteria inbound(String partnerId) {
        return where(PARTNER_ID).is(partnerId).and("direction").is(Direction.INBOUND);
    }

    /** Returns false if there are more referrals than may be read. */
    private boolean add(Criteria wanted, PromiseRecord record) {
        Query query = new Query(wanted).limit(MAX_REFERRALS + 1);
        query.fields().include("client.organisation", "service", "status", "clocks");
        int[] read = {0};
        try (Stream<Row> found = mongo.stream(query, Row.class, MongoClockedReferrals.REFERRALS)) {
            found.forEach(row -> {
                read[0]++;
                record.add(row.toReferral());
            });
        }
        return read[0] <= MAX_REFERRALS;
    }

    record Row(String id, Client client, String service, ReferralStatus status, List<SlaClock> clocks) {

        PromisedReferral toReferral() {
            return new PromisedReferral(id, client.organisation(), service, status == ReferralStatus.WITHDRAWN, clocks);
        }
    }
}
