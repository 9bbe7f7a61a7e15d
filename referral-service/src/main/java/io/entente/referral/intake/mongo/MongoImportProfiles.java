package io.entente.referral.intake.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfiles;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores profiles in the collection {@code import_profiles}, with one document for all versions of a profile. */
@Repository
class MongoImportProfiles implements ImportProfiles {

    static final String COLLECTION = "import_profiles";

    private final MongoOperations mongo;

    MongoImportProfiles(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<ImportProfile> latest(String code) {
        return stored(code).map(ProfileDocument::latest);
    }

    @Override
    public Optional<ImportProfile> find(String code, int version) {
        return stored(code).flatMap(profile -> profile.at(version));
    }

    @Override
    public Page<ImportProfile> list(PageRequest page) {
        Criteria criteria = page.after() == null ? new Criteria() : where("_id").gt(page.after());
        Query query = query(criteria).with(Sort.by("_id")).limit(page.fetch());
        return Page.of(mongo.find(query, ProfileDocument.class, COLLECTION), page, ProfileDocument::id)
                .map(ProfileDocument::latest);
    }

    @Override
    public void add(ImportProfile next) {
        ProfileDocument.Version version = ProfileDocument.Version.of(next);
        if (next.version() == 1) {
            insert(next, version);
            return;
        }
        Query before = query(where("_id").is(next.code()).and("version").is(next.version() - 1));
        Update update = new Update().set("version", next.version()).push("versions", version);
        if (mongo.updateFirst(before, update, COLLECTION).getMatchedCount() == 0) {
            throw taken(next);
        }
    }

    private void insert(ImportProfile next, ProfileDocument.Version version) {
        try {
            mongo.insert(new ProfileDocument(next.code(), 1, List.of(version)), COLLECTION);
        } catch (DuplicateKeyException e) {
            throw taken(next);
        }
    }

    private static ConcurrentUpdateException taken(ImportProfile next) {
        return new ConcurrentUpdateException(
                "The profile %s already has another version %d".formatted(next.code(), next.version()));
    }

    private Optional<ProfileDocument> stored(String code) {
        return Optional.ofNullable(mongo.findById(code, ProfileDocument.class, COLLECTION));
    }
}
