package io.entente.commission.ledger.web;

import io.entente.commission.ledger.audit.ChainAudit.Difference;
import io.entente.commission.ledger.audit.LedgerAudit;
import io.entente.commission.ledger.audit.LedgerAudit.Report;
import io.entente.commission.partners.PartnerId;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/ledger}: verifies the ledger and shows its trial balance. */
@RestController
@RequestMapping("/api/ledger")
class LedgerController {

    private final LedgerAudit audit;

    LedgerController(LedgerAudit audit) {
        this.audit = audit;
    }

    /** Returns the trial balance: what each account holds over all partners, and whether debits equal credits. */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_READ)
    @GetMapping("/trial-balance")
    TrialBalanceView trialBalance() {
        return TrialBalanceView.of(audit.trialBalance());
    }

    /**
     * Verifies the ledger. Every transaction is recomputed and compared with its hash, for one partner or for all. This
     * reads the whole ledger.
     *
     * @param partnerId the partner whose chain is verified; all chains if it is missing
     */
    @AllowedTo(roles = {Role.FINANCE, Role.OPS, Role.ADMIN})
    @PostMapping("/verify")
    VerifyAnswer verify(@RequestParam(required = false) @Nullable String partnerId) {
        return VerifyAnswer.of(audit.verify(partnerId == null ? null : new PartnerId(partnerId)));
    }

    /**
     * The result of a verification.
     *
     * @param chains number of chains that were read
     * @param checked number of transactions that were verified
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

    /** The first transaction that differs from what it must be. */
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
