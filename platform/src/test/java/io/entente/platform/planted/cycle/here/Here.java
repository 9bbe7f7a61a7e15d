package io.entente.platform.planted.cycle.here;

import io.entente.platform.planted.cycle.there.There;

/** Planted: depends on a package that depends on this one. */
public record Here(There there) {}
