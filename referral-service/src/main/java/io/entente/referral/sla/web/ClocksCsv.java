package io.entente.referral.sla.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;

/** Writes clocks as CSV, one row for each. */
final class ClocksCsv {

    private static final List<String> COLUMNS = List.of(
            "referralId",
            "partnerId",
            "client",
            "service",
            "kind",
            "state",
            "owner",
            "startedAt",
            "dueAt",
            "pausedAt",
            "nextAt",
            "endedAt");

    private final SafeCsv csv;

    ClocksCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(ClockView clock) {
        csv.row(
                clock.referralId(),
                clock.partnerId(),
                clock.client(),
                clock.service(),
                clock.kind(),
                clock.state(),
                clock.owner(),
                clock.startedAt(),
                clock.dueAt(),
                clock.pausedAt(),
                clock.nextAt(),
                clock.endedAt());
    }

    void flush() {
        csv.flush();
    }
}
