package io.entente.referral.sla;

/** Identifies one version of a policy or a calendar, so that the origin of a clock can be found after later versions. */
public record PolicyRef(String code, int version) {}
