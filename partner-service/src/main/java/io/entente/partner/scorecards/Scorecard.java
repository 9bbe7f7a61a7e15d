package io.entente.partner.scorecards;

/** The figures of a partner in a period. */
public record Scorecard(String partnerId, ReportPeriod period, PartnerFigures figures) {}
