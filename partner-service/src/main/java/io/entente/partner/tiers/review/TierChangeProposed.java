package io.entente.partner.tiers.review;

import io.entente.platform.domain.Actor;

/** A review proposes another tier. */
public record TierChangeProposed(TierProposal proposal, Actor actor) {}
