package io.entente.commission.commissions.web;

import io.entente.commission.commissions.Commission;
import io.entente.commission.commissions.CommissionId;
import io.entente.commission.commissions.CommissionStatus;
import io.entente.commission.commissions.Commissions;
import io.entente.commission.commissions.Hold;
import io.entente.commission.commissions.lists.CommissionFilter;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.TransactionKind;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/commissions}: searches, filters, sorts and exports commissions. A partner gets its own. */
@RestController
@RequestMapping("/api/commissions")
class CommissionListController {

    private final Commissions commissions;
    private final ListedCommissions list;

    CommissionListController(Commissions commissions, ListedCommissions list) {
        this.commissions = commissions;
        this.list = list;
    }

    /**
     * Lists commissions. A partner gets its own. Without an order, they come by partner and then in the order in which they began. A
     * list that is filtered, searched or sorted otherwise learns of a change within about a second.
     *
     * @param q words of the client's name or of the deal's id, without regard to case and accents. The last word may be incomplete
     *     from three characters on
     * @param status only commissions with one of these statuses
     * @param hold only commissions with a hold of this kind
     * @param currency only commissions in this currency, such as EUR
     * @param plan only commissions under the plan with this code
     * @param from only commissions that were earned on this day or later: the day of the closing or, for a retainer, of the payment
     * @param to only commissions that were earned on this day or earlier
     */
    @AllowedTo(
            roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE, Role.OPS},
            scopes = Scope.COMMISSION_READ)
    @GetMapping
    Page<CommissionView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<CommissionStatus> status,
            Tenant tenant,
            @RequestParam(required = false) Hold.@Nullable Kind hold,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            @SortedBy({
                        CommissionFilter.BEGUN,
                        CommissionFilter.EARNED,
                        CommissionFilter.UPDATED,
                        CommissionFilter.AMOUNT
                    })
                    SortOrder sort) {
        CommissionFilter filter = FilterParameters.filter(q, status, tenant, hold, currency, plan, from, to, sort);
        Page<LedgerTransaction> begun = list.page(filter, page);
        Map<CommissionId, Commission> standings = commissions.standings(
                begun.items().stream().map(CommissionListController::idOf).toList());
        return begun.map(
                first -> CommissionView.of(accrual(first), Objects.requireNonNull(standings.get(idOf(first)))));
    }

    /**
     * Exports commissions as CSV. These are all that began in a {@code period}, or those of the list, with the same filters and in the
     * same order. Each line has the commission as it stands now.
     *
     * @param period a year, a quarter or a month, such as 2026, 2026-Q2 or 2026-04. The other filters can't be combined with it
     * @param q words of the client's name or of the deal's id
     * @param status only commissions with one of these statuses
     * @param hold only commissions with a hold of this kind
     * @param currency only commissions in this currency
     * @param plan only commissions under the plan with this code
     * @param from only commissions that were earned on this day or later
     * @param to only commissions that were earned on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @AllowedTo(roles = Role.FINANCE, scopes = Scope.COMMISSION_READ)
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<CommissionStatus> status,
            Tenant tenant,
            @RequestParam(required = false) Hold.@Nullable Kind hold,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @SortedBy({
                        CommissionFilter.BEGUN,
                        CommissionFilter.EARNED,
                        CommissionFilter.UPDATED,
                        CommissionFilter.AMOUNT
                    })
                    SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CommissionFilter filter = FilterParameters.filter(q, status, tenant, hold, currency, plan, from, to, sort);
        ExportPeriod within = FilterParameters.period(period, filter);
        String name = within == null ? "commissions.csv" : "commissions-" + within.name() + ".csv";
        Download.csv(name).withByteOrderMark(bom).writeTo(response, out -> {
            CommissionsCsv csv = new CommissionsCsv(commissions, out);
            if (within == null) {
                list.read(filter, csv::add);
            } else {
                list.readBegunWithin(within, csv::add);
            }
            csv.flush();
        });
    }

    /**
     * Returns the accrual of a commission. If only a later tier lifted it, this is the transaction that found
     * nothing due.
     */
    private LedgerTransaction accrual(LedgerTransaction begun) {
        return begun.kind() == TransactionKind.ACCRUAL
                ? begun
                : commissions.find(idOf(begun)).orElseThrow();
    }

    private static CommissionId idOf(LedgerTransaction begun) {
        return CommissionId.of(begun.deal().orElseThrow());
    }
}
