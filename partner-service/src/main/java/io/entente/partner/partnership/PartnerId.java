package io.entente.partner.partnership;

/** The id of a partner. It is opaque. */
public record PartnerId(String value) {

    public static final String PREFIX = "par";

    @Override
    public String toString() {
        return value;
    }
}
