package io.entente.referral.attribution;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.attribution.Claimant.Phase;
import io.entente.referral.attribution.conflicts.CaseId;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.ConflictCases;
import io.entente.referral.attribution.conflicts.ConflictFilter;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Verdict;
import io.entente.referral.attribution.matching.ClientKey;
import io.entente.referral.referral.ClaimEvent;
import io.entente.referral.referral.ClaimEvent.ConflictDecided;
import io.entente.referral.referral.ClaimEvent.ConflictDetected;
import io.entente.referral.referral.ClaimEvent.OpenConflicts;
import io.entente.referral.referral.HistoryEntry;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.ReferralStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the data of attribution and the referrals in memory, and fails at a chosen write like a killed process. */
final class CrashingStore implements Claims, ConflictCases, PendingClaimChanges, ProtectionDates, Claimants {

    /** What the partner of a referral hears about a conflict with another one. */
    record Message(String what, String referral, String other) {}

    /** An error, so that nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    final Map<String, Claim> keys = new TreeMap<>();
    final Map<String, Claim> named = new TreeMap<>();
    final Map<String, ConflictCase> cases = new TreeMap<>();
    final Map<String, PendingClaimChange> pendingChanges = new TreeMap<>();
    final Map<String, Instant> lookedAt = new TreeMap<>();
    final Map<String, Due> dates = new TreeMap<>();
    final Map<String, Claimant> referrals = new TreeMap<>();
    private final Map<String, List<HistoryEntry>> histories = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    private final Duration grace;
    private final Clock clock;
    private final Map<String, String> lastTold = new TreeMap<>();
    private int writesLeft = Integer.MAX_VALUE;
    private Runnable step = () -> {};

    CrashingStore(Duration grace, Clock clock) {
        this.grace = grace;
        this.clock = clock;
    }

    /** Runs before each read and each write. */
    void beforeEachStep(Runnable action) {
        step = action;
    }

    /** Fails after this many more writes. */
    void dieAfter(int writes) {
        writesLeft = writes;
    }

    private void write() {
        step.run();
        countWrite();
    }

    private void countWrite() {
        if (writesLeft-- == 0) {
            throw new Killed();
        }
    }

    void write(Claimant referral) {
        write();
        referrals.put(referral.introduction().referralId(), referral);
        append(referral, "changed", Map.of());
    }

    @Override
    public Claim take(Claim claim) {
        write();
        named.put(claim.by().referralId(), claim);
        write();
        Claim holder = keys.putIfAbsent(claim.by().client().key().value(), claim);
        return holder == null ? claim : holder;
    }

    @Override
    public boolean renew(Claim held, Instant now) {
        write();
        return keys.replace(held.by().client().key().value(), held, new Claim(held.by(), now, held.place()));
    }

    @Override
    public void forget(Claim read) {
        write();
        keys.remove(read.by().client().key().value(), read);
        write();
        named.remove(read.by().referralId(), read);
    }

    @Override
    public List<Claim> near(Claim claim) {
        step.run();
        return List.copyOf(named.values());
    }

    @Override
    public Around around(Claim claim) {
        step.run();
        return new Around(keys.get(claim.by().client().key().value()), List.copyOf(named.values()));
    }

    @Override
    public List<Claim> holding(Collection<ClientKey> wanted) {
        step.run();
        return wanted.stream()
                .map(key -> keys.get(key.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void handOver(Introduction from, Claim to) {
        write();
        Claim place = keys.get(from.client().key().value());
        if (place != null && place.by().isOf(from)) {
            handOverNow(place, to);
        }
    }

    @Override
    public boolean handOver(Claim read, Claim to) {
        write();
        boolean isAsRead = read.equals(keys.get(read.by().client().key().value()));
        if (isAsRead) {
            handOverNow(read, to);
        }
        return isAsRead;
    }

    @Override
    public boolean moveUp(Claim read, Claim.Place place) {
        write();
        String key = read.by().client().key().value();
        Claim held = keys.get(key);
        boolean isAsRead =
                held != null && held.by().isOf(read.by()) && held.takenAt().equals(read.takenAt());
        if (isAsRead) {
            keys.put(key, held.at(place));
        }
        return isAsRead;
    }

    private void handOverNow(Claim place, Claim to) {
        boolean isOneKey = place.by().client().key().equals(to.by().client().key());
        Claim handed = to.at(isOneKey && to.precedes(place) ? to.place() : place.place());
        keys.merge(
                to.by().client().key().value(),
                handed,
                (held, own) -> held.equals(place) || held.by().isOf(to.by()) && own.precedes(held) ? own : held);
        write();
        named.put(to.by().referralId(), handed);
    }

    @Override
    public void release(Introduction introduction) {
        write();
        keys.computeIfPresent(
                introduction.client().key().value(), (key, held) -> held.by().isOf(introduction) ? null : held);
        write();
        named.remove(introduction.referralId());
    }

    @Override
    public Optional<ConflictCase> find(CaseId id) {
        step.run();
        return Optional.ofNullable(cases.get(id.value()));
    }

    @Override
    public Page<ConflictCase> list(ConflictFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ConflictCase> of(String referralId) {
        step.run();
        return cases.values().stream()
                .filter(conflict -> conflict.isOfReferral(referralId))
                .toList();
    }

    @Override
    public ConflictCase open(ConflictCase opened) {
        write();
        ConflictCase there = cases.putIfAbsent(opened.id().value(), opened);
        return there == null ? opened : there;
    }

    @Override
    public void update(ConflictCase changed) {
        write();
        ConflictCase before = cases.get(changed.id().value());
        if (before == null || before.version() != changed.version() - 1) {
            throw new ConcurrentUpdateException("changed");
        }
        cases.put(changed.id().value(), changed);
    }

    @Override
    public void begin(PendingClaimChange pending) {
        write();
        pendingChanges.putIfAbsent(pending.id(), pending);
        lookedAt.putIfAbsent(pending.id(), pending.since());
    }

    @Override
    public void done(PendingClaimChange pending) {
        write();
        pendingChanges.remove(pending.id());
        lookedAt.remove(pending.id());
    }

    @Override
    public void removeFinished() {}

    @Override
    public void doneSoon(PendingClaimChange pending) {
        done(pending);
    }

    @Override
    public Optional<PendingClaimChange> acquireOverdue() {
        Instant latest = clock.instant().minus(grace);
        Optional<PendingClaimChange> overdue = pendingChanges.values().stream()
                .filter(change ->
                        !lookedAt.getOrDefault(change.id(), change.since()).isAfter(latest))
                .findFirst();
        overdue.ifPresent(change -> lookedAt.put(change.id(), clock.instant()));
        return overdue;
    }

    @Override
    public void plan(List<Due> planned) {
        for (Due due : planned) {
            write();
            dates.put(due.at() + "/" + due.action() + "/" + due.referralId(), due);
        }
    }

    @Override
    public List<Due> due(Instant by, int limit) {
        return dates.values().stream()
                .filter(due -> !due.at().isAfter(by))
                .sorted(Comparator.comparing(Due::at))
                .limit(limit)
                .toList();
    }

    @Override
    public void done(Due due) {
        write();
        dates.values().remove(due);
    }

    @Override
    public Optional<Claimant> find(String referralId) {
        step.run();
        return Optional.ofNullable(referrals.get(referralId))
                .map(referral -> new Claimant(
                        referral.introduction(),
                        referral.phase(),
                        referral.state(),
                        referral.protectedUntil(),
                        isContested(referralId)));
    }

    @Override
    public Effect contest(String referralId, ConflictCase conflict) {
        boolean waits = conflict.challenger().referralId().equals(referralId);
        String told = referralId + "/" + conflict.against(referralId).referralId();
        Claimant before = referrals.get(referralId);
        boolean isAsTold = before != null && (!waits || before.phase() == Phase.CONFLICTED);
        if ("contest".equals(lastTold.get(told)) && isAsTold && isStillOpenFor(referralId, conflict)) {
            return Effect.DONE;
        }
        Effect effect = change(referralId, "contest", claimant -> switch (claimant.phase()) {
            case ACTIVE, CONFLICTED -> waits ? Phase.CONFLICTED : claimant.phase();
            case WON -> waits ? null : Phase.WON;
            case YIELDED, NONE -> null;
        });
        if (effect == Effect.DONE) {
            lastTold.put(told, "contest");
            record(referralId, conflict, ConflictDetected.WHAT, Map.of());
            messages.add(new Message(
                    "contest", referralId, conflict.against(referralId).referralId()));
        }
        return effect;
    }

    @Override
    public Effect decide(String referralId, ConflictCase conflict, Verdict verdict, boolean isContestedFurther) {
        String winner = verdict.winner();
        boolean lost = winner != null && !winner.equals(referralId);
        String told = referralId + "/" + conflict.against(referralId).referralId();
        String decided = "decided %s %s %d"
                .formatted(conflict.id(), winner, conflict.verdicts().indexOf(verdict));
        boolean isOutdated = isContested(referralId) && !lost && !isContestedFurther;
        if (decided.equals(lastTold.get(told)) && !isOutdated) {
            return Effect.DONE;
        }
        Effect effect = change(referralId, lost ? "lost" : "won", claimant -> switch (claimant.phase()) {
            case ACTIVE, CONFLICTED, YIELDED -> lost ? Phase.YIELDED : Phase.ACTIVE;
            case WON -> lost ? null : Phase.WON;
            case NONE -> null;
        });
        if (effect == Effect.DONE) {
            lastTold.put(told, decided);
            Map<String, String> details = new HashMap<>();
            if (!lost && isContestedFurther) {
                details.put(ConflictDecided.CONTESTED_FURTHER, "true");
            }
            details.put(ConflictDecided.OUTCOME, winner == null ? "SHARES_CLAIM" : lost ? "DUPLICATE" : "HOLDS_CLAIM");
            record(referralId, conflict, "conflict-decided", details);
            messages.add(new Message(
                    lost ? "lost" : "won",
                    referralId,
                    conflict.against(referralId).referralId()));
        }
        return effect;
    }

    /** Whether a referral believes that a conflict is open. */
    boolean isContested(String referralId) {
        return OpenConflicts.in(histories.getOrDefault(referralId, List.of())).isContested();
    }

    private boolean isStillOpenFor(String referralId, ConflictCase conflict) {
        return OpenConflicts.in(histories.getOrDefault(referralId, List.of()))
                .with()
                .contains(new ReferralId(conflict.against(referralId).referralId()));
    }

    /** Records an event like a referral's history, from which the referral knows its open conflicts. */
    private void record(String referralId, ConflictCase conflict, String what, Map<String, String> details) {
        Claimant now = referrals.get(referralId);
        Map<String, String> all = new HashMap<>(details);
        all.put(ClaimEvent.CONFLICTING_REFERRAL, conflict.against(referralId).referralId());
        append(now, what, all);
    }

    private void append(Claimant referral, String what, Map<String, String> details) {
        ReferralStatus status =
                switch (referral.phase()) {
                    case ACTIVE -> ReferralStatus.UNDER_REVIEW;
                    case CONFLICTED -> ReferralStatus.CONFLICTED;
                    case WON -> ReferralStatus.WON;
                    case YIELDED -> ReferralStatus.DUPLICATE;
                    case NONE -> ReferralStatus.LOST;
                };
        histories
                .computeIfAbsent(referral.introduction().referralId(), unused -> new ArrayList<>())
                .add(new HistoryEntry(Instant.EPOCH, what, "system", status, false, details));
    }

    @Override
    public Effect remind(String referralId, Instant protectedUntil, Instant due) {
        return change(
                referralId,
                "remind",
                claimant -> protectedUntil.equals(claimant.protectedUntil()) ? claimant.phase() : null);
    }

    @Override
    public Effect expire(String referralId, Instant protectedUntil) {
        return change(
                referralId, "expire", claimant -> protectedUntil.equals(claimant.protectedUntil()) ? Phase.NONE : null);
    }

    private Effect change(String referralId, String what, java.util.function.Function<Claimant, @Nullable Phase> step) {
        this.step.run();
        Claimant before = referrals.get(referralId);
        if (before == null) {
            return Effect.ABSENT;
        }
        Phase after = step.apply(before);
        if (after == null) {
            return Effect.REFUSED;
        }
        countWrite();
        told.add(what + " " + referralId);
        referrals.put(
                referralId, new Claimant(before.introduction(), after, after.name(), before.protectedUntil(), false));
        return Effect.DONE;
    }
}
