package io.entente.referral.attribution.web;

import io.entente.platform.csv.SafeCsv;
import io.entente.referral.attribution.web.ConflictView.DecisionView;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/** Writes conflicts as CSV, one row for each, with the last decision. It shows what the reader's {@link ConflictView} shows. */
final class ConflictsCsv {

    private static final List<String> COLUMNS = List.of(
            "conflictId",
            "status",
            "openedAt",
            "score",
            "matchedFields",
            "holderReferralId",
            "holderPartnerId",
            "holderOrganisation",
            "challengerReferralId",
            "challengerPartnerId",
            "challengerOrganisation",
            "rule",
            "winner",
            "decidedAt",
            "closedBecause");

    private final SafeCsv csv;

    ConflictsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(ConflictView conflict) {
        List<DecisionView> decisions = conflict.decisions();
        DecisionView last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
        csv.row(
                conflict.id(),
                conflict.status(),
                conflict.openedAt(),
                new BigDecimal(conflict.score()),
                String.join(" ", conflict.matchedFields()),
                conflict.holder().referralId(),
                conflict.holder().partnerId(),
                conflict.holder().organisation(),
                conflict.challenger().referralId(),
                conflict.challenger().partnerId(),
                conflict.challenger().organisation(),
                last == null ? null : last.rule(),
                last == null ? null : last.winner(),
                last == null ? null : last.decidedAt(),
                conflict.closedBecause());
    }

    void flush() {
        csv.flush();
    }
}
