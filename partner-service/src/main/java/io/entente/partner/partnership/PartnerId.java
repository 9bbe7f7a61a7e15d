package io.entente.partner.partnership;

/** A partner's id; opaque. */
public record PartnerId(String value) {

    public static final String PREFIX = "par";

    @Override
    public String toString() {
        return value;
    }
}
