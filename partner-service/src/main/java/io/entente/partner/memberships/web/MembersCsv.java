package io.entente.partner.memberships.web;

import io.entente.platform.csv.SafeCsv;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Writes members as CSV, one row for each. */
final class MembersCsv {

    private static final List<String> COLUMNS = List.of(
            "memberId", "name", "email", "rights", "state", "invitedAt", "invitedUntil", "activeSince", "revokedAt");

    private final SafeCsv csv;

    MembersCsv(Writer out) {
        this.csv = new SafeCsv(out, COLUMNS);
    }

    void add(MemberView member) {
        csv.row(
                member.id(),
                member.name(),
                member.email(),
                member.rights().stream().map(Enum::name).collect(Collectors.joining(" ")),
                member.state(),
                member.invitedAt(),
                member.invitedUntil(),
                member.activeSince(),
                member.revokedAt());
    }

    void flush() {
        csv.flush();
    }
}
