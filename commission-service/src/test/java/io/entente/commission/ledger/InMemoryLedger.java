package io.entente.commission.ledger;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Movement;
import io.entente.commission.commissions.Posting;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger without a store. */
public final class InMemoryLedger implements Ledger, Commissions, Transactions {

    private static final Instant NOW = Instant.parse("2026-04-02T09:00:00Z");

    private final Map<PartnerId, ChainHead> heads = new HashMap<>();
    private final Map<String, LedgerTransaction> causes = new LinkedHashMap<>();
    private @Nullable CommissionId unreadable;
    private long read;
    private Runnable beforeAppend = () -> {};

    /** Runs before each entry is appended, like a process that gets its turn between two writes of another. */
    public void beforeAppend(Runnable action) {
        beforeAppend = action;
    }

    /** Reading this commission fails from now on. */
    public void unreadable(@Nullable CommissionId id) {
        unreadable = id;
    }

    @Override
    public boolean append(Entry entry) {
        beforeAppend.run();
        if (causes.containsKey(entry.cause())) {
            return false;
        }
        LedgerTransaction next = head(entry.partnerId()).next(entry, NOW);
        causes.put(entry.cause(), next);
        heads.put(entry.partnerId(), next.asHead(DerivedId.sha256(next.id().toString())));
        return true;
    }

    @Override
    public boolean append(PartnerId partnerId, Function<ChainHead, Optional<? extends Entry>> decision) {
        return decision.apply(head(partnerId)).map(this::append).orElse(false);
    }

    @Override
    public Optional<LedgerTransaction> find(String cause) {
        return Optional.ofNullable(causes.get(cause));
    }

    @Override
    public LedgerBatch batch() {
        return new LedgerBatch() {
            private final List<Entry> gathered = new ArrayList<>();

            @Override
            public ChainHead end(PartnerId partnerId) {
                ChainHead end = head(partnerId);
                for (Entry entry : gathered) {
                    if (entry.partnerId().equals(partnerId)) {
                        end = end.next(entry, NOW).asHead("");
                    }
                }
                return end;
            }

            @Override
            public void add(Entry entry) {
                if (gathered.stream().noneMatch(other -> other.cause().equals(entry.cause()))) {
                    gathered.add(entry);
                }
            }

            @Override
            public Set<String> commit() {
                return gathered.stream()
                        .takeWhile(InMemoryLedger.this::append)
                        .map(Entry::cause)
                        .collect(Collectors.toCollection(HashSet::new));
            }
        };
    }

    @Override
    public ChainHead head(PartnerId partnerId) {
        return heads.getOrDefault(partnerId, ChainHead.start(partnerId));
    }

    @Override
    public Page<ChainedTransaction> chain(PartnerId partnerId, PageRequest page) {
        long after =
                page.after() == null ? 0 : TransactionId.parse(page.after()).number();
        List<ChainedTransaction> found = transactions().stream()
                .filter(transaction -> transaction.partnerId().equals(partnerId)
                        && transaction.id().number() > after)
                .limit(page.fetch())
                .map(transaction ->
                        new ChainedTransaction(transaction, "hash-" + transaction.id(), "hash-" + transaction.id()))
                .toList();
        return Page.of(found, page, one -> one.transaction().id().toString());
    }

    @Override
    public Optional<LedgerTransaction> find(CommissionId id) {
        return find(Posting.causeOf(id))
                .filter(begun ->
                        begun.kind() == TransactionKind.ACCRUAL || standing(id).isPresent());
    }

    @Override
    public Map<CommissionId, LedgerTransaction> begun(Collection<CommissionId> ids) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public Optional<Commission> standing(CommissionId id) {
        if (id.equals(unreadable)) {
            throw new IllegalStateException("somebody broke " + id);
        }
        Commission standing = find(Posting.causeOf(id))
                .filter(begun -> begun.kind() == TransactionKind.ACCRUAL)
                .map(accrual -> Commission.of(Posting.of(accrual)))
                .orElse(null);
        for (LedgerTransaction change : changes(id, Integer.MAX_VALUE)) {
            standing = ((Movement) change.entry()).after();
        }
        return Optional.ofNullable(standing);
    }

    @Override
    public Map<CommissionId, Commission> standings(Collection<CommissionId> ids) {
        return ids.stream()
                .flatMap(id -> standing(id).stream())
                .collect(Collectors.toMap(Commission::id, standing -> standing));
    }

    @Override
    public List<LedgerTransaction> changes(CommissionId id, int limit) {
        List<LedgerTransaction> changes = new ArrayList<>();
        for (long revision = 2; causes.containsKey(Movement.causeOf(id, revision)); revision++) {
            changes.add(Objects.requireNonNull(causes.get(Movement.causeOf(id, revision))));
        }
        return changes;
    }

    @Override
    public void accruedWithin(Instant from, Instant until, Consumer<List<LedgerTransaction>> reader) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public Page<LedgerTransaction> list(@Nullable PartnerId partnerId, PageRequest page) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public List<LedgerTransaction> find(Collection<String> asked) {
        return asked.stream().flatMap(cause -> find(cause).stream()).toList();
    }

    @Override
    public Set<String> existing(Collection<String> asked) {
        return asked.stream().filter(causes::containsKey).collect(Collectors.toSet());
    }

    @Override
    public List<LedgerTransaction> ofClient(PartnerId partner, String clientKey, long after, long upTo) {
        List<LedgerTransaction> found = causes.values().stream()
                // As many transactions come before it at least.
                .skip(after)
                .filter(transaction -> transaction.partnerId().equals(partner)
                        && transaction.id().number() > after
                        && transaction.id().number() <= upTo
                        && transaction
                                .deal()
                                .filter(deal -> deal.client().key().equals(clientKey))
                                .isPresent())
                .toList();
        read += found.size();
        return found;
    }

    @Override
    public List<LedgerTransaction> block(PartnerId partner, long from, int limit) {
        return causes.values().stream()
                .filter(transaction -> transaction.partnerId().equals(partner)
                        && transaction.id().number() >= from)
                .limit(limit)
                .toList();
    }

    @Override
    public long firstOf(PartnerId partner, PageRequest page) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public long firstAt(PartnerId partner, Instant moment) {
        return causes.values().stream()
                .filter(transaction -> transaction.partnerId().equals(partner)
                        && !transaction.recordedAt().isBefore(moment))
                .mapToLong(transaction -> transaction.id().number())
                .findFirst()
                .orElse(head(partner).number() + 1);
    }

    @Override
    public List<LedgerTransaction> ofKinds(Set<TransactionKind> kinds, @Nullable String after, int limit) {
        throw new UnsupportedOperationException("not asked for here");
    }

    @Override
    public void partners(Consumer<PartnerId> reader) {
        throw new UnsupportedOperationException("not asked for here");
    }

    /** How many transactions were read along chains so far. */
    public long transactionsRead() {
        return read;
    }

    public List<LedgerTransaction> transactions() {
        return List.copyOf(causes.values());
    }
}
