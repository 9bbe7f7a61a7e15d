package io.entente.testkit.planted.gamma;

/** A feature's domain, which another feature's adapter may know. */
public record Reports(int count) {}
