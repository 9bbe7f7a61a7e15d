package io.entente.platform.audit.mongo;

import io.entente.platform.audit.AuditOutcome;
import io.entente.platform.audit.AuditQuery;
import io.entente.platform.audit.SealedEntry;
import io.entente.platform.domain.lists.SortKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An entry of the chain as it is stored.
 *
 * @param filters one text for each combination of actor, resource and outcome that a list can ask for, so that one index serves all
 * @param key sorts by time and then by place
 */
record AuditDocument(
        @Id long sequence,
        String entry,
        Instant at,
        @Nullable String actor,
        String operation,
        String resource,
        AuditOutcome outcome,
        int status,
        @Nullable String correlationId,
        @Nullable String salt,
        String actorDigest,
        String resourceDigest,
        String previous,
        String hash,
        List<String> filters,
        String key) {

    static AuditDocument of(SealedEntry sealed) {
        return new AuditDocument(
                sealed.sequence(),
                sealed.id(),
                sealed.at(),
                sealed.actor(),
                sealed.operation(),
                sealed.resource(),
                sealed.outcome(),
                sealed.status(),
                sealed.correlationId(),
                sealed.salt(),
                sealed.actorDigest(),
                sealed.resourceDigest(),
                sealed.previous(),
                sealed.hash(),
                filters(sealed.actor(), sealed.resource(), sealed.outcome()),
                SortKey.of(sealed.at(), "%019d".formatted(sealed.sequence())));
    }

    SealedEntry sealed() {
        return new SealedEntry(
                sequence,
                entry,
                at,
                actor,
                operation,
                resource,
                outcome,
                status,
                correlationId,
                salt,
                actorDigest,
                resourceDigest,
                previous,
                hash);
    }

    /** The filters of an entry whose person was forgotten. */
    List<String> filtersWithoutActor() {
        return filters(null, resource, outcome);
    }

    static String filter(AuditQuery query) {
        return filter(query.actor(), query.resource(), query.outcome());
    }

    private static List<String> filters(@Nullable String actor, String resource, AuditOutcome outcome) {
        List<String> filters = new ArrayList<>();
        for (String who : actor == null ? new String[] {null} : new String[] {null, actor}) {
            filters.add(filter(who, null, null));
            filters.add(filter(who, resource, null));
            filters.add(filter(who, null, outcome));
            filters.add(filter(who, resource, outcome));
        }
        return filters;
    }

    /** No part has a blank, so the parts are always told apart. */
    private static String filter(@Nullable String actor, @Nullable String resource, @Nullable AuditOutcome outcome) {
        return "actor:%s resource:%s outcome:%s"
                .formatted(
                        actor == null ? "" : actor,
                        resource == null ? "" : resource,
                        outcome == null ? "" : outcome.name());
    }
}
