package io.entente.platform.security.members.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.security.members.StoredMembers;
import io.entente.platform.security.members.TenantMembers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.ReplaceOptions;
import org.springframework.data.mongodb.core.index.Index;

/** A copy of the topic of members in the collection {@code tenant_members}. */
public final class MongoMembers implements StoredMembers {

    static final String COLLECTION = "tenant_members";

    private static final String ID = "_id";
    private static final String VERSION = "version";
    private static final String CHANGED_AT = "changedAt";

    private final MongoOperations mongo;
    private final Clock clock;

    public MongoMembers(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Creates the index by which changes are found. */
    public void createIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index(CHANGED_AT, Sort.Direction.ASC));
    }

    /** Stores members. Returns false if this version, or a later one, is stored already. */
    public boolean keep(TenantMembers members) {
        while (true) {
            try {
                mongo.replace(
                        query(where(ID).is(members.tenant()).and(VERSION).lt(members.version())),
                        MembersDocument.of(members, clock.instant()),
                        ReplaceOptions.replaceOptions().upsert(),
                        COLLECTION);
                return true;
            } catch (DuplicateKeyException notOlder) {
                // Another instance may have inserted an older one at the same moment.
                if (mongo.exists(
                        query(where(ID).is(members.tenant()).and(VERSION).gte(members.version())), COLLECTION)) {
                    return false;
                }
            }
        }
    }

    @Override
    public void read(Instant from, Consumer<Stored> action) {
        try (Stream<MembersDocument> changed =
                mongo.stream(query(where(CHANGED_AT).gte(from)), MembersDocument.class, COLLECTION)) {
            changed.map(MembersDocument::toStored).forEach(action);
        }
    }

    /** The members of a tenant. Actors are no keys of documents, because they contain dots. */
    record MembersDocument(@Id String id, long version, List<MemberDocument> members, Instant changedAt) {

        record MemberDocument(String actor, Set<String> rights) {}

        static MembersDocument of(TenantMembers members, Instant at) {
            return new MembersDocument(
                    members.tenant(),
                    members.version(),
                    members.rights().entrySet().stream()
                            .map(member -> new MemberDocument(member.getKey(), member.getValue()))
                            .toList(),
                    at);
        }

        Stored toStored() {
            Map<String, Set<String>> rights = members.stream()
                    .collect(Collectors.toMap(MemberDocument::actor, MemberDocument::rights, (first, same) -> first));
            return new Stored(new TenantMembers(id, version, rights), changedAt);
        }
    }
}
