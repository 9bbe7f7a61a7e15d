package io.entente.platform.planted.cycle.there;

import io.entente.platform.planted.cycle.here.Here;
import org.jspecify.annotations.Nullable;

/** Planted: depends on a package that depends on this one. */
public record There(@Nullable Here here) {}
