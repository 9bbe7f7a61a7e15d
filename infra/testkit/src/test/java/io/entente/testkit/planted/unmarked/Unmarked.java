package io.entente.testkit.planted.unmarked;

/** In a package that doesn't say what may be null. */
public record Unmarked(String text) {}
