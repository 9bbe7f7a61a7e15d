package io.entente.commission.ledger.web;

import io.entente.commission.ledger.ChainAudit.Difference;
import io.entente.commission.ledger.Ledger;
import io.entente.commission.ledger.LedgerAudit;
import io.entente.commission.ledger.LedgerAudit.Report;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/ledger}: a partner's chain, and proof that nobody touched any. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private final Ledger ledger;
    private final LedgerAudit audit;

    LedgerController(Ledger ledger, LedgerAudit audit) {
        this.ledger = ledger;
        this.audit = audit;
    }

    @GetMapping("/{partnerId}")
    Page<TransactionView> chain(@PathVariable String partnerId, PageRequest page) {
        return ledger.chain(new PartnerId(partnerId), page).map(TransactionView::of);
    }

    /** All partners together: what each account holds, and whether debits are credits. */
    @GetMapping("/trial-balance")
    TrialBalanceView trialBalance() {
        return TrialBalanceView.of(audit.trialBalance());
    }

    /** Works every transaction out again, of one partner or of all; a POST, because it costs what there is. */
    @PostMapping("/verify")
    VerifyAnswer verify(@RequestParam(required = false) @Nullable String partnerId) {
        return VerifyAnswer.of(audit.verify(partnerId == null ? null : new PartnerId(partnerId)));
    }

    /**
     * What verifying found.
     *
     * @param checked transactions found right, in {@code chains} chains
     */
    record VerifyAnswer(boolean verified, long chains, long checked, @Nullable DifferenceView firstDifference) {

        static VerifyAnswer of(Report report) {
            Difference difference = report.firstDifference();
            return new VerifyAnswer(
                    difference == null,
                    report.chains(),
                    report.transactions(),
                    difference == null ? null : DifferenceView.of(difference));
        }
    }

    /** The first transaction that isn't as it must be. */
    record DifferenceView(String transactionId, String partnerId, long number, String what) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(
                    difference.at().toString(),
                    difference.at().partnerId().value(),
                    difference.at().number(),
                    difference.what());
        }
    }
}
