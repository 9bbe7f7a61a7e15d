package io.entente.partner.tiers.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes proposals as CSV, one row for each. */
final class ProposalsCsv {

    private static final List<String> COLUMNS = List.of(
            "partnerId",
            "number",
            "tier",
            "proposedTier",
            "proposedOn",
            "status",
            "wonDeals",
            "conversion",
            "satisfaction",
            "responsiveness",
            "decidedBy",
            "decidedAt",
            "reason");

    private final SafeCsv csv;

    ProposalsCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(ProposalView proposal) {
        csv.row(
                proposal.partnerId(),
                proposal.number(),
                proposal.tier(),
                proposal.proposedTier(),
                proposal.proposedOn(),
                proposal.status(),
                proposal.figures().wonDeals(),
                proposal.figures().conversion(),
                proposal.figures().satisfaction(),
                proposal.figures().responsiveness(),
                proposal.decidedBy(),
                proposal.decidedAt(),
                proposal.reason());
    }

    void flush() {
        csv.flush();
    }
}
