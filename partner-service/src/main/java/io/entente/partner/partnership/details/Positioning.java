package io.entente.partner.partnership.details;

/** How a partner stands in its market. Premium fits with premium, and a specialist with a specialist. */
public enum Positioning {
    PREMIUM,
    SPECIALIST,
    GENERALIST,
    LOW_COST
}
