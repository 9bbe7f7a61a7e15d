package io.entente.commission.plans;

/** Refers to one version of a plan, for example the one that priced an amount. */
public record PlanRef(String code, long version) {}
