package io.entente.commission.payees.mongo;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.commission.payees.changes.PayeeChange;
import io.entente.commission.payees.changes.PayeeFile;
import io.entente.commission.payees.changes.PayeeProposal;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of payment details. The details that apply are at the top, as in documents that were stored before changes
 * needed a second person; such documents lack the last fields.
 *
 * @param payeeVersion the version in which the details changed last; {@code version} also counts requests and refusals
 */
record PayeeDocument(
        @Id String id,
        String holder,
        BankAccount account,
        String country,
        @Nullable PostalAddress address,
        String currency,
        @Nullable TaxFormDocument taxForm,
        @Nullable String taxId,
        @Nullable String hold,
        long version,
        @Nullable Long payeeVersion,
        @Nullable PendingDocument pending,
        @Nullable List<PayeeChange> changes,
        @Nullable Long sequence,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    record TaxFormDocument(TaxForm.Type type, String receivedOn) {

        static @Nullable TaxFormDocument of(@Nullable TaxForm form) {
            return form == null
                    ? null
                    : new TaxFormDocument(form.type(), form.receivedOn().toString());
        }

        static @Nullable TaxForm form(@Nullable TaxFormDocument stored) {
            return stored == null ? null : new TaxForm(stored.type(), LocalDate.parse(stored.receivedOn()));
        }
    }

    /** The details that wait for a second person. */
    record PendingDocument(
            String holder,
            BankAccount account,
            String country,
            @Nullable PostalAddress address,
            String currency,
            @Nullable TaxFormDocument taxForm,
            @Nullable String taxId,
            @Nullable String hold,
            String requestedBy,
            Instant requestedAt) {

        static PendingDocument of(PayeeProposal proposal) {
            Payee payee = proposal.payee();
            return new PendingDocument(
                    payee.holder(),
                    payee.account(),
                    payee.country(),
                    payee.address(),
                    payee.currency().getCode(),
                    TaxFormDocument.of(payee.taxForm()),
                    payee.taxId(),
                    payee.hold(),
                    proposal.requestedBy(),
                    proposal.requestedAt());
        }

        PayeeProposal toProposal(PartnerId partner) {
            return new PayeeProposal(
                    new Payee(
                            partner,
                            holder,
                            account,
                            country,
                            address,
                            CurrencyUnit.of(currency),
                            TaxFormDocument.form(taxForm),
                            taxId,
                            hold,
                            1),
                    requestedBy,
                    requestedAt);
        }
    }

    static PayeeDocument of(PayeeFile file, @Nullable Outbox outbox) {
        Payee payee = file.payee();
        PayeeProposal proposal = file.pending();
        return new PayeeDocument(
                payee.partnerId().value(),
                payee.holder(),
                payee.account(),
                payee.country(),
                payee.address(),
                payee.currency().getCode(),
                TaxFormDocument.of(payee.taxForm()),
                payee.taxId(),
                payee.hold(),
                file.version(),
                payee.version(),
                proposal == null ? null : PendingDocument.of(proposal),
                file.changes(),
                file.sequence(),
                outbox);
    }

    PayeeFile toFile() {
        Payee payee = toPayee();
        return new PayeeFile(
                payee,
                pending == null ? null : pending.toProposal(payee.partnerId()),
                changes == null ? List.of() : changes,
                version,
                sequence == null ? 0 : sequence);
    }

    Payee toPayee() {
        return new Payee(
                new PartnerId(id),
                holder,
                account,
                country,
                address,
                CurrencyUnit.of(currency),
                TaxFormDocument.form(taxForm),
                taxId,
                hold,
                payeeVersion == null ? version : payeeVersion);
    }
}
