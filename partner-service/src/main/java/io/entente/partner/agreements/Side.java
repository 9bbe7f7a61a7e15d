package io.entente.partner.agreements;

/** The two sides of an agreement. */
public enum Side {
    FIRM,
    PARTNER;

    public Side other() {
        return this == FIRM ? PARTNER : FIRM;
    }
}
