package io.entente.commission.plans;

/** How narrowly a plan says whom it applies to, narrowest first: of several plans that apply, the narrowest prices. */
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

    /** For explanations. */
    public String audience() {
        return audience;
    }
}
