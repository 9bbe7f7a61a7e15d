package io.entente.partner.alerts;

/** Figures have led to an alert. */
public record AlertRaised(Alert alert) {}
