package io.entente.partner.qualification;

import io.entente.platform.domain.Actor;

/** Somebody has found out something about a partner, so its score may be another one. */
public record QualificationAssessed(Actor actor, Scorecard scorecard) {}
