package io.entente.commission.plans.inputs;

/** Who referred the client to whom. */
public enum Direction {
    /** The partner to the firm: this is what earns commission. */
    INBOUND,
    /** The firm to the partner: no commission is due to the partner. */
    OUTBOUND
}
