package io.entente.commission.payees.web;

import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payees.bankform.BankForm;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeProposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payee as the API shows it: the details that apply, and the change that waits for a second person.
 *
 * @param bankForm the name and the address in the form in which payment files contain them
 * @param pending absent if no change waits
 */
record PayeeView(
        String partnerId,
        String holder,
        String account,
        @Nullable String bic,
        String country,
        @Nullable PostalAddress address,
        BankForm bankForm,
        String currency,
        @Nullable TaxForm taxForm,
        @Nullable String taxId,
        @Nullable String hold,
        @Nullable PendingView pending,
        long version) {

    /**
     * The details that a person asked for and another person must approve.
     *
     * @param warning why it can't be approved; absent if it can
     */
    record PendingView(
            String holder,
            String account,
            @Nullable String bic,
            String country,
            @Nullable PostalAddress address,
            BankForm bankForm,
            String currency,
            @Nullable TaxForm taxForm,
            @Nullable String taxId,
            @Nullable String hold,
            String requestedBy,
            Instant requestedAt,
            @Nullable String warning) {

        static PendingView of(PayeeProposal proposal, Requesters requesters) {
            Payee payee = proposal.payee();
            return new PendingView(
                    payee.holder(),
                    payee.account().masked(),
                    payee.account().bic(),
                    payee.country(),
                    payee.address(),
                    BankForm.of(payee),
                    payee.currency().getCode(),
                    payee.taxForm(),
                    masked(payee.taxId()),
                    payee.hold(),
                    proposal.requestedBy(),
                    proposal.requestedAt(),
                    requesters.warning(proposal).orElse(null));
        }
    }

    static PayeeView of(PayeeFile file, Requesters requesters) {
        Payee payee = file.payee();
        PayeeProposal proposal = file.pending();
        return new PayeeView(
                payee.partnerId().value(),
                payee.holder(),
                payee.account().masked(),
                payee.account().bic(),
                payee.country(),
                payee.address(),
                BankForm.of(payee),
                payee.currency().getCode(),
                payee.taxForm(),
                masked(payee.taxId()),
                payee.hold(),
                proposal == null ? null : PendingView.of(proposal, requesters),
                file.version());
    }

    private static @Nullable String masked(@Nullable String taxId) {
        return taxId == null ? null : BankAccount.masked(taxId);
    }
}
