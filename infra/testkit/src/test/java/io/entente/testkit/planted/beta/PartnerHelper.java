package io.entente.testkit.planted.beta;

import io.entente.testkit.planted.alpha.ImpureRoot;

/** Closes the circle, has a name that says nothing, and knows another module's class. */
public record PartnerHelper(ImpureRoot other, io.entente.servers.Topic foreign) {}
