package io.entente.partner.performance;

/** Who refers a client to whom. */
public enum Flow {
    /** The partner refers the client to the firm. */
    TO_FIRM,
    /** The firm refers the client to the partner. */
    TO_PARTNER
}
