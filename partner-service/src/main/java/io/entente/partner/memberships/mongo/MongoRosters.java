package io.entente.partner.memberships.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.memberships.Member;
import io.entente.partner.memberships.MembershipEvent;
import io.entente.partner.memberships.Right;
import io.entente.partner.memberships.Roster;
import io.entente.partner.memberships.Rosters;
import io.entente.partner.partnership.PartnerId;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Saved;
import io.entente.platform.events.outbox.EventRecorder;
import io.entente.platform.events.store.AggregateStore;
import io.entente.platform.events.store.AggregateStores;
import io.entente.platform.secrets.DataKeys;
import io.entente.platform.security.members.MembersInForce;
import io.entente.platform.security.members.StoredMembers;
import io.entente.platform.security.members.TenantMembers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Rosters in the collection {@code rosters}, each with its outbox. Requests to this service are held to them, too. */
@Repository
class MongoRosters implements Rosters, StoredMembers {

    static final String COLLECTION = "rosters";
    static final String CHANGED_AT = "changedAt";

    private final MongoOperations mongo;
    private final AggregateStore<Roster, MembershipEvent, RosterDocument> store;
    private final ObjectProvider<MembersInForce> inForce;
    private final DataKeys keys;
    private final Clock clock;

    MongoRosters(
            MongoOperations mongo,
            AggregateStores stores,
            EventRecorder recorder,
            ObjectProvider<MembersInForce> inForce,
            DataKeys keys,
            Clock clock) {
        this.mongo = mongo;
        this.store = stores.of(new RosterMapping(recorder));
        this.inForce = inForce;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Optional<Roster> find(PartnerId partner) {
        return store.find(partner.value());
    }

    @Override
    public boolean add(Change<Roster, MembershipEvent> opened) {
        boolean added = store.insert(opened, null).isPresent();
        if (added) {
            apply(opened.state());
        }
        return added;
    }

    @Override
    public Optional<Decision<Saved<Roster, MembershipEvent>>> change(
            PartnerId partner, Function<Roster, Decision<Change<Roster, MembershipEvent>>> decide) {
        Optional<Decision<Saved<Roster, MembershipEvent>>> changed = store.change(partner.value(), decide);
        changed.flatMap(Decision::toOptional).ifPresent(saved -> apply(saved.state()));
        return changed;
    }

    @Override
    public void erase(PartnerId partner) {
        Optional<Decision<Saved<Roster, MembershipEvent>>> unused =
                change(partner, roster -> Decision.allowed(roster.erase()));
        keys.destroy(partner.value(), clock.instant());
    }

    @Override
    public void read(Instant from, Consumer<Stored> action) {
        Query query = query(where(CHANGED_AT).gte(from));
        query.fields().include("version", CHANGED_AT, "members.actor", "members.rights", "members.state");
        try (Stream<RosterRow> changed = mongo.stream(query, RosterRow.class, COLLECTION)) {
            changed.map(RosterRow::toStored).forEach(action);
        }
    }

    private void apply(Roster roster) {
        MembersInForce known = inForce.getIfAvailable();
        if (known != null) {
            known.learn(members(roster));
        }
    }

    private static TenantMembers members(Roster roster) {
        return new TenantMembers(
                roster.partner().value(),
                roster.version(),
                roster.members().stream()
                        .filter(Member::isActive)
                        .collect(Collectors.toMap(
                                member -> Objects.requireNonNull(member.actor()), member -> names(member.rights()))));
    }

    private static Set<String> names(Set<Right> rights) {
        return rights.stream().map(Right::name).collect(Collectors.toSet());
    }

    /** What requests are held to, without names and addresses. */
    record RosterRow(String id, long version, Instant changedAt, List<MemberRow> members) {

        record MemberRow(@Nullable String actor, Set<Right> rights, String state) {}

        Stored toStored() {
            Map<String, Set<String>> rights = members.stream()
                    .filter(member -> member.state().equals("ACTIVE"))
                    .collect(Collectors.toMap(
                            member -> Objects.requireNonNull(member.actor()), member -> names(member.rights())));
            return new Stored(new TenantMembers(id, version, rights), changedAt);
        }
    }
}
