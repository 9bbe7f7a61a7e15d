package io.entente.referral.crm.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.platform.domain.ConcurrentUpdateException;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.crm.Crm;
import io.entente.referral.crm.CrmDeal;
import io.entente.referral.crm.CrmDeals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Stores the deals of CRMs in the collection {@code crm_deals}. */
@Repository
class MongoCrmDeals implements CrmDeals {

    static final String COLLECTION = "crm_deals";

    private final MongoOperations mongo;

    MongoCrmDeals(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<CrmDeal> find(Crm crm, String crmDealId) {
        return Optional.ofNullable(mongo.findById(CrmDeal.idOf(crm, crmDealId), CrmDealDocument.class, COLLECTION))
                .map(CrmDealDocument::toDeal);
    }

    @Override
    public void save(CrmDeal deal) {
        CrmDealDocument document = CrmDealDocument.of(deal);
        if (deal.version() == 1) {
            insert(document);
            return;
        }
        long replaced = mongo.replace(
                        query(where("_id").is(deal.id()).and("version").is(deal.version() - 1)), document, COLLECTION)
                .getMatchedCount();
        if (replaced == 0) {
            throw changed(document);
        }
    }

    @Override
    public Page<CrmDeal> unlinked(@Nullable Crm crm, PageRequest page) {
        Criteria criteria = where("state").is(CrmDeal.State.UNLINKED);
        if (crm != null) {
            criteria = criteria.and("crm").is(crm);
        }
        return Page.of(found(criteria, page.after(), page.fetch()), page, CrmDealDocument::id)
                .map(CrmDealDocument::toDeal);
    }

    @Override
    public List<CrmDeal> waiting(int limit, @Nullable String afterId) {
        return found(where("state").is(CrmDeal.State.WAITING), afterId, limit).stream()
                .map(CrmDealDocument::toDeal)
                .toList();
    }

    @Override
    public long deleteUnlinked(Instant lastHeardBefore) {
        return mongo.remove(
                        query(where("state")
                                .is(CrmDeal.State.UNLINKED)
                                .and("lastHeardAt")
                                .lt(lastHeardBefore)),
                        COLLECTION)
                .getDeletedCount();
    }

    private List<CrmDealDocument> found(Criteria criteria, @Nullable String after, int limit) {
        Criteria from = after == null ? criteria : criteria.and("_id").gt(after);
        return mongo.find(query(from).with(Sort.by("_id")).limit(limit), CrmDealDocument.class, COLLECTION);
    }

    private void insert(CrmDealDocument document) {
        try {
            mongo.insert(document, COLLECTION);
        } catch (DuplicateKeyException e) {
            throw changed(document);
        }
    }

    private static ConcurrentUpdateException changed(CrmDealDocument document) {
        return new ConcurrentUpdateException("The CRM deal %s has been changed meanwhile".formatted(document.id()));
    }
}
