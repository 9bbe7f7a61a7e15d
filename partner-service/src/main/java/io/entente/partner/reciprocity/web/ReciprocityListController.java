package io.entente.partner.reciprocity.web;

import io.entente.partner.reciprocity.ReciprocityBalance.Debtor;
import io.entente.partner.reciprocity.ReciprocityBalances;
import io.entente.partner.reciprocity.ReciprocityFilter;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/reciprocity}: the balances of all partners. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
@RestController
@RequestMapping("/api/reciprocity")
class ReciprocityListController {

    private final ReciprocityBalances balances;
    private final ZoneId zone;
    private final Clock clock;

    ReciprocityListController(
            ReciprocityBalances balances, @Value("${entente.program.time-zone:UTC}") ZoneId zone, Clock clock) {
        this.balances = balances;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Lists the balances of partners. Without an order, the list begins with the one of which a referral is due first.
     *
     * @param owedBy only balances in which this side owes referrals
     * @param dueBefore only balances with a referral that is due before this day
     * @param partnerId only the balance of this partner
     */
    @GetMapping
    Page<BalanceView> list(
            @RequestParam(required = false) @Nullable Debtor owedBy,
            @RequestParam(required = false) @Nullable @CalendarDay LocalDate dueBefore,
            @RequestParam(required = false) @Nullable String partnerId,
            PageRequest page,
            @SortedBy({ReciprocityFilter.DUE, ReciprocityFilter.BALANCE, ReciprocityFilter.UPDATED}) SortOrder sort) {
        LocalDate today = today();
        return balances.list(filter(owedBy, dueBefore, partnerId, sort), page)
                .map(balance -> BalanceView.of(balance, today));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param owedBy only balances in which this side owes referrals
     * @param dueBefore only balances with a referral that is due before this day
     * @param partnerId only the balance of this partner
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable Debtor owedBy,
            @RequestParam(required = false) @Nullable @CalendarDay LocalDate dueBefore,
            @RequestParam(required = false) @Nullable String partnerId,
            @SortedBy({ReciprocityFilter.DUE, ReciprocityFilter.BALANCE, ReciprocityFilter.UPDATED}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        LocalDate today = today();
        ReciprocityFilter filter = filter(owedBy, dueBefore, partnerId, sort);
        Download.csv("reciprocity.csv").withByteOrderMark(bom).writeTo(response, out -> {
            BalancesCsv csv = new BalancesCsv(out);
            AllPages.read(page -> balances.list(filter, page), each -> csv.add(BalanceView.of(each, today)));
            csv.flush();
        });
    }

    private static ReciprocityFilter filter(
            @Nullable Debtor owedBy, @Nullable LocalDate dueBefore, @Nullable String partnerId, SortOrder sort) {
        return new ReciprocityFilter(partnerId == null ? null : List.of(partnerId), owedBy, dueBefore, sort);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
