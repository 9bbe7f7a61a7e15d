package io.entente.commission.plans;

/** The one version of a plan that priced an amount. */
public record PlanRef(String code, long version) {}
