package io.entente.commission.plans.inputs;

/** Who referred the client to whom. */
public enum Direction {
    /** The partner referred the client to the firm. Such deals earn commission. */
    INBOUND,
    /** The firm referred the client to the partner. No commission is due to the partner. */
    OUTBOUND
}
