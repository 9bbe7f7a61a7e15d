package io.entente.partner.alerts;

import io.entente.partner.alerts.Finding.AlertFigure;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The latest alert of a kind about a partner, or about the program. It is raised once and stays until a person closes it or the figures don't
 * lead to it any more.
 *
 * @param id of the kind and whom it is about, see {@link #id}
 * @param version 1 for the first alert, increased by one with every change
 * @param number of the alert among those of the kind, from 1; it is the number of its event as well
 * @param raisedOn the day of the figures
 * @param decidedBy who has acknowledged or closed it; null before
 * @param note what that person has written
 */
public record Alert(
        String id,
        long version,
        long number,
        AlertKind kind,
        String partnerId,
        AlertStatus status,
        LocalDate raisedOn,
        List<AlertFigure> figures,
        long policyVersion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    private static final String PROGRAM = "program";

    public Alert {
        figures = List.copyOf(figures);
    }

    /** The id of the alerts of a kind about a partner. There is one of concentration only. */
    public static String id(AlertKind kind, String partnerId) {
        return (kind == AlertKind.CONCENTRATION ? PROGRAM : partnerId) + "-" + kind;
    }

    /** The first alert of its kind. */
    static Change<Alert, AlertRaised> first(Finding finding, LocalDate today, AlertPolicy policy) {
        Alert raised = raised(finding, 1, 1, today, policy);
        return Change.of(raised, new AlertRaised(raised));
    }

    /** What follows from the figures of a day. As long as somebody has to do something about it, it isn't raised again. */
    Change<Alert, AlertRaised> after(
            Optional<Finding> finding, LocalDate today, AlertPolicy policy, Instant now, ZoneId zone) {
        if (finding.isEmpty()) {
            return status.isPending()
                    ? new Change<>(with(AlertStatus.RESOLVED, decidedBy, now, note), List.of())
                    : Change.nothing(this);
        }
        if (status.isPending() || isTooEarly(today, policy, zone)) {
            return Change.nothing(this);
        }
        Alert raised = raised(finding.get(), version + 1, number + 1, today, policy);
        return Change.of(raised, new AlertRaised(raised));
    }

    private boolean isTooEarly(LocalDate today, AlertPolicy policy, ZoneId zone) {
        return status == AlertStatus.CLOSED
                && decidedAt != null
                && today.isBefore(LocalDate.ofInstant(decidedAt, zone).plusDays(policy.repeatDays()));
    }

    /** Takes care of it. Repeating it changes nothing. */
    public Decision<Change<Alert, AlertRaised>> acknowledge(String text, Actor by, Instant now) {
        return decide(AlertStatus.ACKNOWLEDGED, text, by, now);
    }

    /** Closes it. Repeating it changes nothing. */
    public Decision<Change<Alert, AlertRaised>> close(String text, Actor by, Instant now) {
        return decide(AlertStatus.CLOSED, text, by, now);
    }

    private Decision<Change<Alert, AlertRaised>> decide(AlertStatus as, String text, Actor by, Instant now) {
        if (status == as) {
            return Decision.allowed(Change.nothing(this));
        }
        return status.isPending()
                ? Decision.allowed(new Change<>(with(as, by.value(), now, text), List.of()))
                : Decision.rejected("The alert is %s already.".formatted(status));
    }

    /**
     * The alert with another text as its note, because an erasure changes what was written. If nothing was written, it stays as it is.
     *
     * @param change returns null to remove the note
     */
    Change<Alert, AlertRaised> withNote(Function<String, @Nullable String> change) {
        String changed = note == null ? null : change.apply(note);
        return Objects.equals(changed, note)
                ? Change.nothing(this)
                : new Change<>(
                        new Alert(
                                id,
                                version + 1,
                                number,
                                kind,
                                partnerId,
                                status,
                                raisedOn,
                                figures,
                                policyVersion,
                                decidedBy,
                                decidedAt,
                                changed),
                        List.of());
    }

    private static Alert raised(Finding finding, long version, long number, LocalDate today, AlertPolicy policy) {
        return new Alert(
                id(finding.kind(), finding.partnerId()),
                version,
                number,
                finding.kind(),
                finding.partnerId(),
                AlertStatus.OPEN,
                today,
                finding.figures(),
                policy.version(),
                null,
                null,
                null);
    }

    private Alert with(AlertStatus as, @Nullable String by, Instant now, @Nullable String text) {
        return new Alert(id, version + 1, number, kind, partnerId, as, raisedOn, figures, policyVersion, by, now, text);
    }
}
