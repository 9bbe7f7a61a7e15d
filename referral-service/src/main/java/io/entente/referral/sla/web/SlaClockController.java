package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.ListCursor;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import io.entente.referral.sla.Owners;
import io.entente.referral.sla.SlaBoard;
import io.entente.referral.sla.SlaBoard.Entry;
import io.entente.referral.sla.SlaBoard.Filter;
import io.entente.referral.sla.SlaKind;
import io.entente.referral.sla.SlaState;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/sla/clocks}: searches, filters, sorts and exports clocks. */
@AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
@NeedsRight(ownSuffices = true)
@RestController
@RequestMapping("/api/sla/clocks")
class SlaClockController {

    private final SlaBoard board;
    private final Clock clock;

    SlaClockController(SlaBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    /**
     * Lists SLA clocks. A partner gets those of its own referrals. Without an order, the one that is due soonest comes first.
     *
     * <p>For a day, all pages are in the order of the first page, although due dates move meanwhile: a clock whose due date has moved
     * keeps its place, so it is neither missing nor listed twice. Clocks that are MET, CANCELLED or BREACHED are sorted by the due date
     * only.
     *
     * @param q words of the client's name, the service or the texts of the clock's referral, without regard to case and accents.
     *     The last word may be incomplete from three characters on
     * @param state only clocks in this state; open clocks if it is missing
     * @param kind only clocks of this kind
     * @param dueBefore only clocks that are due before this instant
     * @param owner only clocks of this owner: a role such as account-manager, with or without role:, a partner such as
     *     partner:par_01k2m8zq4v, or a person such as user:u-17 to whom it was escalated
     */
    @GetMapping
    Page<ClockView> clocks(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable SlaState state,
            @RequestParam(required = false) @Nullable SlaKind kind,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String owner,
            Tenant tenant,
            PageRequest page,
            @SortedBy({Filter.DUE, Filter.STARTED}) SortOrder sort) {
        Filter filter = filter(q, state, kind, dueBefore, owner, tenant, sort);
        ListCursor after = page.after() == null ? null : ListCursor.read(sort, page.after());
        Instant asOf = after == null || after.asOf() == null ? clock.instant() : after.asOf();
        List<Entry> found =
                board.find(filter, asOf, ClockCursor.read(after == null ? null : after.key()), page.fetch());
        return Page.of(found, page, entry -> new ListCursor(sort, asOf, ClockCursor.of(entry.position(asOf))).text())
                .map(ClockView::of);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the client's name, the service or the texts of the clock's referral
     * @param state only clocks in this state; open clocks if it is missing
     * @param kind only clocks of this kind
     * @param dueBefore only clocks that are due before this instant
     * @param owner only clocks of this owner
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable SlaState state,
            @RequestParam(required = false) @Nullable SlaKind kind,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String owner,
            Tenant tenant,
            @SortedBy({Filter.DUE, Filter.STARTED}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        Filter filter = filter(q, state, kind, dueBefore, owner, tenant, sort);
        Download.csv("clocks.csv").withByteOrderMark(bom).writeTo(response, out -> {
            ClocksCsv csv = new ClocksCsv(out);
            board.read(filter, entry -> csv.add(ClockView.of(entry)));
            csv.flush();
        });
    }

    private static Filter filter(
            @Nullable String q,
            @Nullable SlaState state,
            @Nullable SlaKind kind,
            @Nullable Instant dueBefore,
            @Nullable String owner,
            Tenant tenant,
            SortOrder sort) {
        List<FieldError> faults = new ArrayList<>(Owners.faults(owner));
        Filter filter = new Filter(
                SearchText.of(q).orElse(null),
                state,
                kind,
                dueBefore,
                owner == null ? null : Owners.named(owner),
                tenant.partnerId(),
                tenant.author(),
                sort);
        if (filter.isHistory() && sort.by().equals(Filter.STARTED)) {
            faults.add(new FieldError("sort", "must be due if state is " + state));
        }
        if (!faults.isEmpty()) {
            throw InvalidInputException.malformed(faults);
        }
        return filter;
    }
}
