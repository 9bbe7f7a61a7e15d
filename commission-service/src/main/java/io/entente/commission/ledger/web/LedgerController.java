package io.entente.commission.ledger.web;

import io.entente.commission.ledger.audit.ChainAudit.Difference;
import io.entente.commission.ledger.audit.LedgerAudit;
import io.entente.commission.ledger.audit.LedgerAudit.Report;
import io.entente.commission.partners.PartnerId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/ledger}: proof that nobody changed any chain. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private final LedgerAudit audit;

    LedgerController(LedgerAudit audit) {
        this.audit = audit;
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
