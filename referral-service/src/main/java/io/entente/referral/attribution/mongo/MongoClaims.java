package io.entente.referral.attribution.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.MongoBulkWriteException;
import io.entente.referral.attribution.Claim;
import io.entente.referral.attribution.Claim.Place;
import io.entente.referral.attribution.Claims;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.attribution.mongo.NameEntries.Range;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Claims in the collection {@code claims}. One document has the client's key as its id, so the primary key decides between
 * simultaneous claims. A few more documents have the client's name in their ids and are used to find similar clients. All
 * queries use {@code _id} or a range of it.
 */
@Repository
class MongoClaims implements Claims {

    static final String COLLECTION = "claims";

    /** The maximum number of claims that are compared for one form of a name. If more begin alike, a longer beginning must be equal. */
    static final int MAX_COMPARED = 200;

    static final String KEY = "k/";
    private static final String PLACE = "place";

    private final MongoOperations mongo;
    private final Counter crowded;

    MongoClaims(MongoOperations mongo, MeterRegistry registry) {
        this.mongo = mongo;
        this.crowded = Counter.builder("entente.attribution.lookups.crowded")
                .description("Searches for similar clients that found more claims than they compare")
                .register(registry);
    }

    /** Writes the names before the key, so that a simultaneous claim sees one or the other. */
    @Override
    public Claim take(Claim claim) {
        List<ClaimDocument> documents = documentsOf(claim);
        int written = insert(documents);
        if (written == documents.size()) {
            return claim;
        }
        int key = documents.size() - 1;
        // Names that are there stem from an earlier attempt of the same introduction, and are replaced.
        documents.subList(written, Math.max(written, key)).forEach(name -> mongo.save(name, COLLECTION));
        do {
            ClaimDocument holder = mongo.findById(documents.get(key).id(), ClaimDocument.class, COLLECTION);
            if (holder != null) {
                return holder.toClaim();
            }
            // The holder released the key between the two operations, so it is free again.
        } while (insert(documents.subList(key, documents.size())) == 0);
        return claim;
    }

    @Override
    public boolean renew(Claim held, Instant now) {
        return isUpdated(asRead(held, List.of(keyOf(held.by()))), new Update().set("takenAt", now));
    }

    @Override
    public void forget(Claim read) {
        mongo.remove(asRead(read, idsOf(read.by())), COLLECTION);
    }

    private static Query asRead(Claim claim, List<String> ids) {
        return query(where("_id")
                .in(ids)
                .and("claim.referralId")
                .is(claim.by().referralId())
                .and("takenAt")
                .is(claim.takenAt()));
    }

    @Override
    public List<Claim> near(Claim claim) {
        return distinct(found(NameEntries.rangesOf(claim.by().client().name())));
    }

    @Override
    public Around around(Claim claim) {
        String key = keyOf(claim.by());
        List<List<Range>> ranges =
                new ArrayList<>(NameEntries.rangesOf(claim.by().client().name()));
        ranges.add(List.of(Range.exactly(key)));
        Map<Boolean, List<ClaimDocument>> byKey = found(ranges).stream()
                .collect(Collectors.partitioningBy(document -> document.id().equals(key)));
        List<ClaimDocument> holder = byKey.getOrDefault(true, List.of());
        return new Around(
                holder.isEmpty() ? null : holder.get(0).toClaim(), distinct(byKey.getOrDefault(false, List.of())));
    }

    /** One query for all forms of the name, unless it finds too much; then one query for each form. */
    private List<ClaimDocument> found(List<List<Range>> forms) {
        List<ClaimDocument> found =
                inAnyOf(forms.stream().map(ranges -> ranges.get(0)).toList());
        return found.size() > MAX_COMPARED
                ? forms.stream().map(this::nearest).flatMap(List::stream).toList()
                : found;
    }

    private static List<Claim> distinct(List<ClaimDocument> found) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        found.forEach(document -> claims.putIfAbsent(document.claim().referralId(), document.toClaim()));
        return new ArrayList<>(claims.values());
    }

    private List<ClaimDocument> inAnyOf(List<Range> ranges) {
        List<Criteria> alternatives = ranges.stream().map(MongoClaims::within).toList();
        Query any = query(new Criteria().orOperator(alternatives))
                .with(Sort.by("_id"))
                .limit(MAX_COMPARED + 1);
        return mongo.find(any, ClaimDocument.class, COLLECTION);
    }

    private static Criteria within(Range range) {
        return where("_id").gte(range.from()).lt(range.to());
    }

    @Override
    public List<Claim> holding(Collection<ClientKey> keys) {
        List<String> ids = keys.stream().map(key -> KEY + key).toList();
        return mongo.find(query(where("_id").in(ids)), ClaimDocument.class, COLLECTION).stream()
                .map(ClaimDocument::toClaim)
                .toList();
    }

    @Override
    public void handOver(Introduction from, Claim to) {
        boolean unused = keyOf(from).equals(keyOf(to.by()))
                ? isUpdated(heldBy(from), holding(to))
                : handPlaceOver(heldBy(from), to);
    }

    @Override
    public boolean handOver(Claim read, Claim to) {
        String key = keyOf(read.by());
        Query held = asRead(read, List.of(key));
        if (key.equals(keyOf(to.by()))) {
            return isUpdated(held, holding(to).set(PLACE, to.precedes(read) ? to.place() : read.place()));
        }
        return handPlaceOver(held, to);
    }

    @Override
    public boolean moveUp(Claim read, Place place) {
        return isUpdated(asRead(read, List.of(keyOf(read.by()))), new Update().set(PLACE, place));
    }

    private boolean isUpdated(Query query, Update update) {
        return mongo.updateFirst(query, update, COLLECTION).getMatchedCount() == 1;
    }

    private static Update holding(Claim claim) {
        return new Update().set("claim", IntroductionDocument.of(claim.by())).set("takenAt", claim.takenAt());
    }

    private boolean handPlaceOver(Query held, Claim to) {
        ClaimDocument place = mongo.findOne(held, ClaimDocument.class, COLLECTION);
        if (place == null) {
            return false;
        }
        Place handed = place.toClaim().place();
        Claim own = take(new Claim(to.by(), to.takenAt(), handed));
        if (own.place().compareTo(handed) > 0) {
            mongo.updateFirst(heldBy(to.by()), new Update().set(PLACE, handed), COLLECTION);
        }
        return true;
    }

    @Override
    public void release(Introduction introduction) {
        Query own = query(
                where("_id").in(idsOf(introduction)).and("claim.referralId").is(introduction.referralId()));
        mongo.remove(own, COLLECTION);
    }

    private static Query heldBy(Introduction introduction) {
        return query(
                where("_id").is(keyOf(introduction)).and("claim.referralId").is(introduction.referralId()));
    }

    /** The documents of a claim: those under the names, and at last the one under the key. */
    private static List<ClaimDocument> documentsOf(Claim claim) {
        List<ClaimDocument> documents = new ArrayList<>();
        NameEntries.idsOf(claim.by()).forEach(id -> documents.add(document(id, claim)));
        documents.add(document(keyOf(claim.by()), claim));
        return documents;
    }

    /**
     * Writes documents in one ordered insert, which ends at the first id that is taken.
     *
     * @return the number of documents that were written
     */
    private int insert(List<ClaimDocument> documents) {
        try {
            mongo.insert(documents, COLLECTION);
            return documents.size();
        } catch (DuplicateKeyException taken) {
            return taken.getCause() instanceof MongoBulkWriteException ended
                    ? ended.getWriteErrors().get(0).getIndex()
                    : 0;
        }
    }

    private static List<String> idsOf(Introduction introduction) {
        List<String> ids = new ArrayList<>(NameEntries.idsOf(introduction));
        ids.add(keyOf(introduction));
        return ids;
    }

    /** The id of the document that holds the client's key. */
    static String keyOf(Introduction introduction) {
        return KEY + introduction.client().key();
    }

    private static ClaimDocument document(String id, Claim claim) {
        return new ClaimDocument(id, IntroductionDocument.of(claim.by()), claim.takenAt(), claim.place());
    }

    private List<ClaimDocument> nearest(List<Range> widestFirst) {
        List<ClaimDocument> found = List.of();
        for (Range range : widestFirst) {
            Query inRange = query(within(range)).with(Sort.by("_id")).limit(MAX_COMPARED + 1);
            found = mongo.find(inRange, ClaimDocument.class, COLLECTION);
            if (found.size() <= MAX_COMPARED) {
                return found;
            }
            crowded.increment();
        }
        return found;
    }

    /** @param place absent in claims from before there was an order; then it is the time of taking */
    record ClaimDocument(@Id String id, IntroductionDocument claim, Instant takenAt, @Nullable Place place) {

        Claim toClaim() {
            return new Claim(
                    claim.toIntroduction(), takenAt, place == null ? new Place(takenAt, claim.referralId()) : place);
        }

        ClaimDocument withId(String other) {
            return new ClaimDocument(other, claim, takenAt, place);
        }
    }
}
