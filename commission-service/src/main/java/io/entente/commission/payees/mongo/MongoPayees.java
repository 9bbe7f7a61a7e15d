package io.entente.commission.payees.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payees.BankAccount;
import io.entente.commission.payees.Payee;
import io.entente.commission.payees.Payees;
import io.entente.commission.payees.PostalAddress;
import io.entente.commission.payees.TaxForm;
import io.entente.platform.domain.ConcurrentUpdateException;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Stores payees in the collection {@code payees}, by partner. */
@Repository
class MongoPayees implements Payees {

    static final String COLLECTION = "payees";

    private final MongoOperations mongo;

    MongoPayees(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Payee> find(PartnerId partner) {
        return Optional.ofNullable(mongo.findById(partner.value(), PayeeDocument.class, COLLECTION))
                .map(PayeeDocument::toPayee);
    }

    @Override
    public void put(Payee payee) {
        PayeeDocument document = PayeeDocument.of(payee);
        if (payee.version() == 1) {
            insert(document);
            return;
        }
        long replaced = mongo.replace(
                        query(where("_id").is(document.id()).and("version").is(payee.version() - 1)),
                        document,
                        COLLECTION)
                .getModifiedCount();
        if (replaced == 0) {
            throw new ConcurrentUpdateException("The payee has changed in the meantime: " + document.id());
        }
    }

    private void insert(PayeeDocument document) {
        try {
            mongo.insert(document, COLLECTION);
        } catch (DuplicateKeyException there) {
            throw new ConcurrentUpdateException("The payee exists already: " + document.id(), there);
        }
    }

    /** The stored form of a payee. */
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
            long version) {

        record TaxFormDocument(TaxForm.Type type, String receivedOn) {}

        static PayeeDocument of(Payee payee) {
            TaxForm form = payee.taxForm();
            return new PayeeDocument(
                    payee.partnerId().value(),
                    payee.holder(),
                    payee.account(),
                    payee.country(),
                    payee.address(),
                    payee.currency().getCode(),
                    form == null
                            ? null
                            : new TaxFormDocument(form.type(), form.receivedOn().toString()),
                    payee.taxId(),
                    payee.hold(),
                    payee.version());
        }

        Payee toPayee() {
            return new Payee(
                    new PartnerId(id),
                    holder,
                    account,
                    country,
                    address,
                    CurrencyUnit.of(currency),
                    taxForm == null
                            ? null
                            : new TaxForm(taxForm.type(), java.time.LocalDate.parse(taxForm.receivedOn())),
                    taxId,
                    hold,
                    version);
        }
    }
}
