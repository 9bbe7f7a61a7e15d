package io.entente.commission.payouts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.PayableBalance;
import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.PayoutBlock;
import io.entente.commission.payouts.PayoutId;
import io.entente.commission.payouts.lists.BatchFilter;
import io.entente.commission.payouts.lists.BatchList;
import io.entente.commission.payouts.lists.ListedBatch;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Batches in the collection {@code payout_batches}, few; blocks in {@code payout_blocks}, a batch's a range of ids. */
@Repository
class MongoPayoutBatches implements PayoutBatches, BatchList {

    static final String COLLECTION = "payout_batches";
    static final String BLOCKS = "payout_blocks";
    static final String KEY = "submissionKey";

    /** Follows every character of a key. */
    private static final String AFTER = "~";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoPayoutBatches(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedBatch.ORDERS, clock);
    }

    @Override
    public boolean add(PayoutBatch batch) {
        try {
            mongo.insert(BatchDocument.of(batch), COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public Optional<PayoutBatch> find(String id) {
        return Optional.ofNullable(mongo.findById(id, BatchDocument.class, COLLECTION))
                .map(BatchDocument::toBatch);
    }

    @Override
    public Optional<PayoutBatch> findBySubmissionKey(String beginning) {
        List<BatchDocument> found = mongo.find(
                query(where(KEY).gte(beginning).lt(beginning + AFTER)).limit(2), BatchDocument.class, COLLECTION);
        return found.size() == 1 ? Optional.of(found.get(0).toBatch()) : Optional.empty();
    }

    @Override
    public Page<PayoutBatch> page(BatchFilter filter, PageRequest page) {
        return list.page(
                ListedBatch.query(filter),
                page,
                ids -> mongo.find(ids, BatchDocument.class, COLLECTION).stream()
                        .map(BatchDocument::toBatch)
                        .toList(),
                PayoutBatch::id);
    }

    @Override
    public void update(PayoutBatch batch) {
        long replaced = mongo.replace(
                        query(where("_id").is(batch.id()).and("version").is(batch.version() - 1)),
                        BatchDocument.of(batch),
                        COLLECTION)
                .getModifiedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException("The batch has changed in the meantime: " + batch.id());
        }
    }

    @Override
    public List<PayoutBatch> unfinished(Instant submittingSince, int count) {
        // Two queries instead of one with $or, so that each is served by its index.
        Stream<BatchDocument> left = Stream.concat(
                mongo.find(query(where("followed").is(false)).limit(count), BatchDocument.class, COLLECTION).stream(),
                mongo
                        .find(
                                query(where("status")
                                                .is(PayoutBatch.Status.SUBMITTING)
                                                .and("submittedAt")
                                                .lte(submittingSince))
                                        .limit(count),
                                BatchDocument.class,
                                COLLECTION)
                        .stream());
        return left.distinct().limit(count).map(BatchDocument::toBatch).toList();
    }

    @Override
    public void block(PayoutBlock block) {
        mongo.save(BlockDocument.of(block), BLOCKS);
    }

    @Override
    public Optional<PayoutBlock> findBlock(PayoutId id) {
        return Optional.ofNullable(mongo.findById(id.value(), BlockDocument.class, BLOCKS))
                .map(BlockDocument::toBlock);
    }

    @Override
    public Page<PayoutBlock> blocks(
            String batchId, @Nullable BlockReason reason, @Nullable PartnerId partner, PageRequest page) {
        String after = page.after() == null ? PayoutId.rangeOf(batchId) : page.after();
        Criteria wanted = where("_id").gt(after).lt(batchId + "/");
        if (reason != null) {
            wanted = wanted.and("reasons").is(reason);
        }
        if (partner != null) {
            wanted = wanted.and("partnerId").is(partner.value());
        }
        Query query = new Query(wanted).with(Sort.by("_id")).limit(page.fetch());
        return Page.of(mongo.find(query, BlockDocument.class, BLOCKS), page, BlockDocument::id)
                .map(BlockDocument::toBlock);
    }

    /** The stored form of a block. */
    record BlockDocument(
            @Id String id,
            String partnerId,
            MoneyJson payable,
            MoneyJson held,
            MoneyJson owed,
            Set<BlockReason> reasons,
            @Nullable String missing) {

        static BlockDocument of(PayoutBlock block) {
            return new BlockDocument(
                    block.id().value(),
                    block.partnerId().value(),
                    MoneyJson.of(block.balance().payable()),
                    MoneyJson.of(block.balance().held()),
                    MoneyJson.of(block.balance().owed()),
                    block.reasons(),
                    block.missing());
        }

        PayoutBlock toBlock() {
            return new PayoutBlock(
                    new PayoutId(id),
                    new PartnerId(partnerId),
                    new PayableBalance(payable.toMoney(), held.toMoney(), owed.toMoney()),
                    reasons,
                    missing);
        }
    }

    /** The stored form of a batch. The list is absent until a batch of an earlier version is completed. */
    record BatchDocument(
            @Id String id,
            PayoutBatch.Status status,
            String cutOff,
            List<MoneyJson> minimums,
            @Nullable String executeOn,
            String plannedBy,
            Instant plannedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            @Nullable String note,
            boolean followed,
            @Nullable String submissionKey,
            @Nullable ListEntry list,
            long version) {

        static BatchDocument of(PayoutBatch batch) {
            LocalDate executeOn = batch.executeOn();
            return new BatchDocument(
                    batch.id(),
                    batch.status(),
                    batch.cutOff().toString(),
                    batch.minimums().values().stream().map(MoneyJson::of).toList(),
                    executeOn == null ? null : executeOn.toString(),
                    batch.plannedBy(),
                    batch.plannedAt(),
                    batch.approvedBy(),
                    batch.approvedAt(),
                    batch.submittedBy(),
                    batch.submittedAt(),
                    batch.note(),
                    batch.followed(),
                    batch.submissionKey(),
                    ListedBatch.of(batch),
                    batch.version());
        }

        PayoutBatch toBatch() {
            SortedMap<CurrencyUnit, Money> amounts = new TreeMap<>();
            minimums.forEach(minimum -> amounts.put(CurrencyUnit.of(minimum.currency()), minimum.toMoney()));
            return new PayoutBatch(
                    id,
                    status,
                    LocalDate.parse(cutOff),
                    amounts,
                    executeOn == null ? null : LocalDate.parse(executeOn),
                    plannedBy,
                    plannedAt,
                    approvedBy,
                    approvedAt,
                    submittedBy,
                    submittedAt,
                    note,
                    followed,
                    version);
        }
    }
}
