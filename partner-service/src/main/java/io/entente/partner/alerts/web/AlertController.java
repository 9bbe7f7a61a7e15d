package io.entente.partner.alerts.web;

import io.entente.partner.alerts.Alert;
import io.entente.partner.alerts.AlertFilter;
import io.entente.partner.alerts.AlertKind;
import io.entente.partner.alerts.AlertRaised;
import io.entente.partner.alerts.AlertStatus;
import io.entente.partner.alerts.Alerts;
import io.entente.platform.audit.web.AuditedRead;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.IfMatch;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/alerts}: what goes wrong with partners or the program, and what was done about it. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.ADMIN})
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final List<String> COLUMNS = List.of(
            "id", "number", "kind", "partnerId", "status", "raisedOn", "figures", "decidedBy", "decidedAt", "note");

    private final Alerts alerts;
    private final Clock clock;

    AlertController(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Lists alerts, the latest of each kind about a partner. Without an order, the list begins with the one that was raised first.
     *
     * @param status only alerts with one of these statuses
     * @param kind only alerts of this kind
     * @param partnerId only alerts about this partner
     */
    @AuditedRead
    @GetMapping
    Page<AlertView> list(
            @RequestParam(required = false) @Nullable List<AlertStatus> status,
            @RequestParam(required = false) @Nullable AlertKind kind,
            @RequestParam(required = false) @Nullable String partnerId,
            PageRequest page,
            @SortedBy(AlertFilter.RAISED) SortOrder sort) {
        return alerts.list(filter(status, kind, partnerId, sort), page).map(AlertView::of);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param status only alerts with one of these statuses
     * @param kind only alerts of this kind
     * @param partnerId only alerts about this partner
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable List<AlertStatus> status,
            @RequestParam(required = false) @Nullable AlertKind kind,
            @RequestParam(required = false) @Nullable String partnerId,
            @SortedBy(AlertFilter.RAISED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        AlertFilter filter = filter(status, kind, partnerId, sort);
        Download.csv("alerts.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> alerts.list(filter, page), alert -> row(csv, alert));
            csv.flush();
        });
    }

    /** Returns an alert. */
    @AuditedRead
    @GetMapping("/{alertId}")
    AlertView get(@PathVariable String alertId) {
        return alerts.find(alertId).map(AlertView::of).orElseThrow(() -> new NotFoundException("alert", alertId));
    }

    /** Says that somebody takes care of an alert. Repeating the request changes nothing. */
    @PostMapping("/{alertId}/acknowledge")
    AlertView acknowledge(
            @PathVariable String alertId, @RequestBody AlertNoteRequest request, Actor actor, IfMatch ifMatch) {
        return decide(
                alertId, ifMatch, alert -> alert.acknowledge(request.note().strip(), actor, clock.instant()));
    }

    /** Closes an alert. It isn't raised again for the days that the policy says. Repeating the request changes nothing. */
    @PostMapping("/{alertId}/close")
    AlertView close(@PathVariable String alertId, @RequestBody AlertNoteRequest request, Actor actor, IfMatch ifMatch) {
        return decide(alertId, ifMatch, alert -> alert.close(request.note().strip(), actor, clock.instant()));
    }

    private AlertView decide(String id, IfMatch ifMatch, Function<Alert, Decision<Change<Alert, AlertRaised>>> decide) {
        return alerts.change(id, alert -> {
                    ifMatch.check(alert.version());
                    return decide.apply(alert);
                })
                .map(ConflictException::unlessAllowed)
                .map(AlertView::of)
                .orElseThrow(() -> new NotFoundException("alert", id));
    }

    private static void row(SafeCsv csv, Alert alert) {
        csv.row(
                alert.id(),
                alert.number(),
                alert.kind(),
                alert.partnerId(),
                alert.status(),
                alert.raisedOn(),
                alert.figures().stream()
                        .map(figure -> figure.name() + " " + figure.value())
                        .collect(Collectors.joining(", ")),
                alert.decidedBy(),
                alert.decidedAt(),
                alert.note());
    }

    private static AlertFilter filter(
            @Nullable List<AlertStatus> status, @Nullable AlertKind kind, @Nullable String partnerId, SortOrder sort) {
        return new AlertFilter(status == null ? List.of() : status, kind, partnerId, sort);
    }

    /**
     * The body of {@code POST /api/alerts/{alertId}/acknowledge} and {@code …/close}.
     *
     * @param note what is done about it
     */
    record AlertNoteRequest(@NotBlank @Size(max = 500) String note) {}
}
