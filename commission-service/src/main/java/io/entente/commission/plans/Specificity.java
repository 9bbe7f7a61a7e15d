package io.entente.commission.plans;

/**
 * How specific a plan's audience is, the most specific first. If several plans apply to a partner, the most specific one
 * prices its deals.
 */
public enum Specificity {
    PARTNER("this partner by name"),
    MODEL_AND_TIER("partners of this model and tier"),
    TIER("partners of this tier"),
    MODEL("partners of this model"),
    ALL("all partners");

    private final String audience;

    Specificity(String audience) {
        this.audience = audience;
    }

    /** The audience in words, for explanations. */
    public String audience() {
        return audience;
    }
}
