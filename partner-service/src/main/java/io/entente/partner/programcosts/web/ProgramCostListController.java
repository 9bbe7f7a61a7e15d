package io.entente.partner.programcosts.web;

import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.CostFilter;
import io.entente.partner.programcosts.ProgramCosts;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.constraints.CalendarDay;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/program-costs}: lists what the program has cost. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
@RestController
@RequestMapping("/api/program-costs")
class ProgramCostListController {

    private static final List<String> COLUMNS =
            List.of("id", "day", "category", "amount", "currency", "note", "reverses", "enteredBy", "enteredAt");

    private final ProgramCosts costs;

    ProgramCostListController(ProgramCosts costs) {
        this.costs = costs;
    }

    /**
     * Lists the costs of the program. Without an order, the list begins with the earliest day.
     *
     * @param q words of the note, without regard to case and accents. The last word may be incomplete from three characters on
     * @param category only costs of this category
     * @param from only costs of this day or later
     * @param to only costs of this day or earlier
     */
    @GetMapping
    Page<ProgramCostView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable CostCategory category,
            @RequestParam(required = false) @Nullable @CalendarDay LocalDate from,
            @RequestParam(required = false) @Nullable @CalendarDay LocalDate to,
            PageRequest page,
            @SortedBy({CostFilter.DAY, CostFilter.AMOUNT}) SortOrder sort) {
        return costs.list(new CostFilter(SearchText.of(q).orElse(null), category, from, to, sort), page)
                .map(ProgramCostView::of);
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the note
     * @param category only costs of this category
     * @param from only costs of this day or later
     * @param to only costs of this day or earlier
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable CostCategory category,
            @RequestParam(required = false) @Nullable @CalendarDay LocalDate from,
            @RequestParam(required = false) @Nullable @CalendarDay LocalDate to,
            @SortedBy({CostFilter.DAY, CostFilter.AMOUNT}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        CostFilter filter = new CostFilter(SearchText.of(q).orElse(null), category, from, to, sort);
        Download.csv("program-costs.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(
                    page -> costs.list(filter, page),
                    cost -> csv.row(
                            cost.id(),
                            cost.day(),
                            cost.category(),
                            cost.amount().getAmount(),
                            cost.amount().getCurrencyUnit(),
                            cost.note(),
                            cost.reverses(),
                            cost.enteredBy(),
                            cost.enteredAt()));
            csv.flush();
        });
    }
}
