package io.entente.testkit.planted.delta;

/** A feature's domain. */
public interface Deals {}
