package io.entente.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks what identifies a statement. Its bounds follow from the quarter and the time zone, and its id from partner, currency and
 * quarter, so that one section of a ledger can't prove two quarters.
 */
final class PeriodCheck {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;
    private static final Set<String> ISSUED = Set.of("ISSUED", "FINALIZED");

    /** The number of characters of the hash in an id. */
    private static final int ID_CHARACTERS = 32;

    private final Proof proof;
    private final List<String> findings = new ArrayList<>();

    private PeriodCheck(Proof proof) {
        this.proof = proof;
    }

    /** Returns what doesn't fit, in sentences. */
    static List<String> findings(Proof proof) {
        PeriodCheck check = new PeriodCheck(proof);
        check.bounds();
        check.id();
        check.status();
        return check.findings;
    }

    private void bounds() {
        Matcher quarter = QUARTER.matcher(proof.quarter());
        if (!quarter.matches()) {
            findings.add("The quarter must be one such as 2026-Q2, but it is %s.".formatted(proof.quarter()));
            return;
        }
        ZoneId zone = ZoneId.of(text("timeZone"));
        int firstMonth = (Integer.parseInt(quarter.group(2)) - 1) * MONTHS + 1;
        LocalDate start = LocalDate.of(Integer.parseInt(quarter.group(1)), firstMonth, 1);
        bound("from", "begins", start.atStartOfDay(zone).toInstant());
        bound("until", "ends", start.plusMonths(MONTHS).atStartOfDay(zone).toInstant());
    }

    private void bound(String field, String verb, Instant right) {
        Instant stated = Instant.parse(text(field));
        if (!stated.equals(right)) {
            findings.add("%s in %s %s at %s, but %s says %s."
                    .formatted(proof.quarter(), text("timeZone"), verb, right, field, stated));
        }
    }

    private void id() {
        String right = "stm_"
                + sha256(part(proof.partnerId()) + part(proof.currency()) + part(proof.quarter()))
                        .substring(0, ID_CHARACTERS);
        if (!text("id").equals(right)) {
            findings.add("The statement of partner %s for %s in %s has the id %s, but this one says %s."
                    .formatted(proof.partnerId(), proof.quarter(), proof.currency(), right, text("id")));
        }
    }

    private void status() {
        String status = text("status");
        if (!ISSUED.contains(status)) {
            findings.add("The status must be ISSUED or FINALIZED, but it is %s. Only an issued statement is binding."
                    .formatted(status));
            return;
        }
        Instant issuedAt = Instant.parse(text("issuedAt"));
        if (issuedAt.isBefore(Instant.parse(text("until")))) {
            findings.add(
                    "The statement can't have been issued at %s, before the end of its period.".formatted(issuedAt));
        }
    }

    private String text(String field) {
        Map<?, ?> statement = proof.statement();
        return Json.text(statement, field);
    }

    private static String part(String text) {
        return text.length() + ":" + text;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
