package io.entente.partner.programcosts.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.partner.programcosts.CostFilter;
import io.entente.partner.programcosts.ListedCost;
import io.entente.partner.programcosts.ProgramCost;
import io.entente.partner.programcosts.ProgramCosts;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.runtime.lists.IndexedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Entries in the collection {@code program_costs}. */
@Repository
class MongoProgramCosts implements ProgramCosts {

    static final String COLLECTION = "program_costs";

    private final MongoOperations mongo;
    private final IndexedList list;

    MongoProgramCosts(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.list = new IndexedList(mongo, COLLECTION, ListedCost.ORDERS, clock);
    }

    @Override
    public boolean add(ProgramCost cost, @Nullable Receipt receipt) {
        try {
            mongo.insert(CostDocument.of(cost, receipt), COLLECTION);
            return true;
        } catch (DuplicateKeyException isKnown) {
            return false;
        }
    }

    @Override
    public Optional<ProgramCost> find(String id) {
        return document(id).map(CostDocument::toCost);
    }

    @Override
    public Optional<Receipt> receipt(String id) {
        return document(id).flatMap(document -> Optional.ofNullable(document.receipt()));
    }

    private Optional<CostDocument> document(String id) {
        return Optional.ofNullable(mongo.findById(id, CostDocument.class, COLLECTION));
    }

    @Override
    public Page<ProgramCost> list(CostFilter filter, PageRequest page) {
        Page<String> ids = list.page(ListedCost.query(filter), page);
        Map<String, ProgramCost> found =
                mongo.find(query(where("_id").in(ids.items())), CostDocument.class, COLLECTION).stream()
                        .collect(Collectors.toMap(CostDocument::id, CostDocument::toCost));
        return new Page<>(
                ids.items().stream().map(found::get).filter(Objects::nonNull).toList(), ids.next());
    }

    @Override
    public List<CostSum> sums(LocalDate from, LocalDate to) {
        Map<String, CostSum> sums = new TreeMap<>();
        CostFilter days = new CostFilter(null, null, from, to, new SortOrder(CostFilter.DAY, false));
        AllPages.read(
                page -> list(days, page),
                cost -> sums.merge(
                        cost.category() + " " + cost.amount().getCurrencyUnit(),
                        new CostSum(cost.category(), cost.amount()),
                        (sum, next) -> new CostSum(sum.category(), sum.sum().plus(next.sum()))));
        return List.copyOf(sums.values());
    }
}
