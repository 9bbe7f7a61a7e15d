package io.entente.commission.payments.web;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFacts;
import io.entente.commission.deals.DealFacts.Search;
import io.entente.commission.deals.ListedFact;
import io.entente.commission.payments.web.FactAnswers.Status;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import java.util.List;

/** Writes the lists of payments and refunds as CSV, page by page. */
final class FactsCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "kind",
            "dealId",
            "on",
            "currency",
            "amount",
            "status",
            "voidedOn",
            "voidedBecause",
            "unmatchedBecause",
            "unmatchedSince",
            "reportedBy");

    private FactsCsv() {}

    static void write(DealFacts facts, Search search, Appendable out) {
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        AllPages.read(page -> facts.list(search, page), listed -> row(csv, listed));
        csv.flush();
    }

    private static void row(SafeCsv csv, ListedFact listed) {
        DealFact fact = listed.fact();
        DealFact voided = listed.voided();
        ListedFact.Unmatched unmatched = listed.unmatched();
        csv.row(
                fact.id(),
                fact.kind(),
                fact.dealId(),
                fact.on(),
                fact.amount().getCurrencyUnit(),
                fact.amount(),
                voided == null ? Status.RECORDED : Status.VOIDED,
                voided == null ? null : voided.on(),
                voided == null ? null : voided.reason(),
                unmatched == null ? null : unmatched.reason(),
                unmatched == null ? null : unmatched.since(),
                fact.actor());
    }
}
