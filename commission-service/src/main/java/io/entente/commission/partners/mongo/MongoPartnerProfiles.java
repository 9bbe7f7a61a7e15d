package io.entente.commission.partners.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.Addressee;
import io.entente.commission.partners.PartnerDirectory;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;

/** Profiles in the collection {@code partner_profiles}, those lately asked for also in memory. */
@Repository
class MongoPartnerProfiles implements PartnerProfiles, PartnerDirectory {

    static final String COLLECTION = "partner_profiles";

    /**
     * Another instance may have stored a newer profile: what was read longer ago is read again. Ten seconds, since no order
     * holds between a profile's topic and a deal's anyway; at one second, with a thousand partners at work, the look-ups took
     * a third of the consumers' time.
     */
    static final Duration REREAD_AFTER = Duration.ofSeconds(10);

    private static final int MAX_CACHED_PROFILES = 10_000;

    private final MongoOperations mongo;
    private final Clock clock;
    private final ConcurrentLruCache<PartnerId, AtomicReference<@Nullable Seen>> cache =
            new ConcurrentLruCache<>(MAX_CACHED_PROFILES, id -> new AtomicReference<>());

    MongoPartnerProfiles(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<PartnerProfile> find(PartnerId id) {
        AtomicReference<@Nullable Seen> cached = cache.get(id);
        Instant now = clock.instant();
        Seen seen = cached.get();
        if (seen != null && seen.isFresh(now)) {
            return Optional.of(seen.profile());
        }
        Optional<PartnerProfile> stored = stored(id);
        stored.ifPresent(profile -> cached.set(new Seen(profile, now)));
        return stored;
    }

    @Override
    public void expect(Collection<PartnerId> ids) {
        Instant now = clock.instant();
        List<String> stale = ids.stream()
                .filter(id -> {
                    Seen seen = cache.get(id).get();
                    return seen == null || !seen.isFresh(now);
                })
                .map(PartnerId::value)
                .toList();
        if (stale.isEmpty()) {
            return;
        }
        for (ProfileDocument document : mongo.find(query(where("_id").in(stale)), ProfileDocument.class, COLLECTION)) {
            PartnerProfile profile = document.toProfile();
            cache.get(profile.id()).set(new Seen(profile, now));
        }
    }

    @Override
    public boolean learn(PartnerProfile profile) {
        while (!write(profile)) {
            if (stored(profile.id())
                    .filter(known -> known.version() >= profile.version())
                    .isPresent()) {
                return false;
            }
        }
        cache.get(profile.id()).set(null);
        return true;
    }

    /** False where the store holds the profile in this version or a newer one, or somebody was storing it just now. */
    private boolean write(PartnerProfile profile) {
        try {
            mongo.upsert(
                    query(where("_id").is(profile.id().value()).and("version").lt(profile.version())),
                    update(profile),
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    private static Update update(PartnerProfile profile) {
        Update update = new Update()
                .set("tier", profile.tier())
                .set("model", profile.model())
                .set("version", profile.version());
        Addressee addressee = profile.addressee();
        if (addressee != null) {
            update.set("name", addressee.name())
                    .set("locale", addressee.locale().toLanguageTag());
        }
        return update;
    }

    @Override
    public List<PartnerId> ids(@Nullable String after, int count) {
        Query page = after == null ? new Query() : query(where("_id").gt(after));
        page.fields().include("_id");
        return mongo.find(page.with(Sort.by("_id")).limit(count), Document.class, COLLECTION).stream()
                .map(document -> new PartnerId(document.getString("_id")))
                .toList();
    }

    @Override
    public Optional<Addressee> addressee(PartnerId id) {
        return stored(id).map(PartnerProfile::addressee);
    }

    @Override
    public void erase(PartnerId id) {
        mongo.updateFirst(query(where("_id").is(id.value())), new Update().unset("name"), COLLECTION);
    }

    private Optional<PartnerProfile> stored(PartnerId id) {
        return Optional.ofNullable(mongo.findById(id.value(), ProfileDocument.class, COLLECTION))
                .map(ProfileDocument::toProfile);
    }

    private record Seen(PartnerProfile profile, Instant at) {
        /** A clock set back makes it stale too. */
        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(REREAD_AFTER));
        }
    }

    /** How a profile is stored. */
    record ProfileDocument(
            @Id String id,
            Tier tier,
            PartnershipModel model,
            long version,
            @Nullable String name,
            @Nullable String locale) {
        PartnerProfile toProfile() {
            Addressee addressee =
                    name == null || locale == null ? null : new Addressee(name, Locale.forLanguageTag(locale));
            return new PartnerProfile(new PartnerId(id), tier, model, version, addressee);
        }
    }
}
