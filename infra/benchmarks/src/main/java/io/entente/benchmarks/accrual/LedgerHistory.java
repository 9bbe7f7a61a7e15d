package io.entente.benchmarks.accrual;

import io.entente.commission.commissions.Posting;
import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.ledger.ChainHead;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.mongo.LedgerWriting;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Creates valid chains without the service: its earlier accruals, and the documents for the ceiling. */
final class LedgerHistory {

    private static final int INSERT_DOCUMENTS = 2_000;

    private final Ledger ledger;
    private final MongoTemplate mongo;
    private final LedgerWriting writing;
    private final List<PartnerId> partners;
    private int deals;

    LedgerHistory(ApplicationContext context, List<PartnerId> partners) {
        this.ledger = context.getBean(Ledger.class);
        this.mongo = context.getBean(MongoTemplate.class);
        this.writing = new LedgerWriting(context);
        this.partners = partners;
    }

    /** Adds old accruals evenly to all partners' chains. */
    void add(int count) {
        List<ChainHead> heads =
                new ArrayList<>(partners.stream().map(ledger::head).toList());
        Posting posting = template();
        List<Document> batch = new ArrayList<>(INSERT_DOCUMENTS);
        for (int i = 0; i < count; i++) {
            int chain = i % heads.size();
            heads.set(chain, append(heads.get(chain), posting, writing::published, batch));
            if (batch.size() == INSERT_DOCUMENTS || i == count - 1) {
                mongo.getCollection(LedgerWriting.COLLECTION).insertMany(batch);
                batch.clear();
            }
        }
    }

    /** Creates documents of chains that nobody else writes to, each with its event, as the service inserts them. */
    List<Document> unwritten(int count, String chain) {
        Posting posting = template();
        List<Document> documents = new ArrayList<>(count);
        List<ChainHead> heads = new ArrayList<>(partners.stream()
                .map(partner -> ChainHead.start(new PartnerId(chain + "-" + partner)))
                .toList());
        for (int i = 0; i < count; i++) {
            int at = i % heads.size();
            heads.set(at, append(heads.get(at), posting, writing::inserted, documents));
        }
        return documents;
    }

    private ChainHead append(
            ChainHead head, Posting posting, Function<LedgerTransaction, Document> write, List<Document> documents) {
        LedgerTransaction next = head.next(ofAnotherDeal(posting, head.partnerId()), Instant.EPOCH);
        Document document = write.apply(next);
        documents.add(document);
        return next.asHead(LedgerWriting.hash(document));
    }

    /** A posting that the service itself made for a deal. */
    private Posting template() {
        return Posting.of(ledger.chain(partners.get(0), new PageRequest(1, null))
                .items()
                .get(0)
                .transaction());
    }

    private Posting ofAnotherDeal(Posting template, PartnerId partner) {
        CreditedDeal deal = template.deal();
        return new Posting(
                new CreditedDeal(
                        partner,
                        "01K3E5G7H9J1K3M5%010d".formatted(deals++),
                        deal.referralId(),
                        deal.client(),
                        deal.amount(),
                        deal.revenue(),
                        deal.share(),
                        deal.closedOn(),
                        deal.origin()),
                template.outcome());
    }
}
