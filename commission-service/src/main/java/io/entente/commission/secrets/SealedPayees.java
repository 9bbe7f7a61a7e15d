package io.entente.commission.secrets;

import io.entente.platform.secrets.SealedCollection;
import io.entente.platform.secrets.SealedField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Declares the fields of this service that identify a person or an account. A partner has two data keys: one for the payment details of
 * today, and one for the records of what was paid and invoiced, which tax law keeps longer.
 */
public final class SealedPayees {

    private static final String PARTNER = "partnerId";
    private static final List<SealedField> ACCOUNT = Stream.of("iban", "number", "bankCode", "bic")
            .map(name -> SealedField.optional("account." + name))
            .toList();
    private static final List<SealedField> DETAILS = Stream.concat(
                    ACCOUNT.stream(),
                    Stream.of(
                            SealedField.required("holder"),
                            SealedField.optional("address.street"),
                            SealedField.optional("address.postCode"),
                            SealedField.required("address.town"),
                            SealedField.optional("taxId"),
                            SealedField.optional("hold")))
            .toList();
    private static final List<SealedField> PARTY = List.of(
            SealedField.required("name"),
            SealedField.optional("address.street"),
            SealedField.required("address.city"),
            SealedField.optional("address.postalCode"),
            SealedField.optional("vatId"),
            SealedField.optional("taxNumber"));

    /** What somebody has written about a payout, or a bank has said. */
    private static final List<SealedField> WORDS = List.of(
            SealedField.optional("note"),
            SealedField.optional("settling.reason"),
            SealedField.required("corrections.reason").ofEach("id"),
            SealedField.optional("corrections.note").ofEach("id"),
            SealedField.optional("corrections.from.reason"),
            SealedField.optional("corrections.to.reason"));

    private SealedPayees() {}

    /** The data key of a partner's present payment details. */
    public static String detailsKey(String partner) {
        return partner;
    }

    /** The data key of the records about what a partner was paid. */
    public static String recordsKey(String partner) {
        return partner + "#records";
    }

    /** Payment details, and those that wait for a second person. Their id is the partner's. */
    public static SealedCollection payees(String collection) {
        return new SealedCollection(collection, "_id", SealedPayees::detailsKey, both(DETAILS, in("pending", DETAILS)));
    }

    /** Payouts with the payment details of the day of planning, and what was written about them. */
    public static SealedCollection payouts(String collection) {
        return records(collection, both(in("payee", DETAILS), WORDS));
    }

    public static SealedCollection taxProfiles(String collection) {
        return records(collection, both(in("party", PARTY), List.of(SealedField.optional("reason"))));
    }

    /** Invoices. The partner is the seller. */
    public static SealedCollection invoices(String collection) {
        return records(collection, both(in("seller", PARTY), List.of(SealedField.required("xml"))));
    }

    private static SealedCollection records(String collection, List<SealedField> fields) {
        return new SealedCollection(collection, PARTNER, SealedPayees::recordsKey, fields);
    }

    private static List<SealedField> in(String parent, List<SealedField> fields) {
        return fields.stream().map(field -> field.in(parent)).toList();
    }

    private static List<SealedField> both(List<SealedField> first, List<SealedField> second) {
        List<SealedField> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
