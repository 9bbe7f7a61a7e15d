package io.entente.referral.sla;

/** One version of a policy or a calendar: what set a clock stays findable after later versions. */
public record PolicyRef(String code, int version) {}
