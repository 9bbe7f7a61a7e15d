package io.entente.partner.agreements;

/** The id of an agreement. It is opaque. */
public record AgreementId(String value) {

    public static final String PREFIX = "agr";

    @Override
    public String toString() {
        return value;
    }
}
