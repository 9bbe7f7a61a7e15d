package io.entente.commission.payouts.web;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.lists.BatchFilter;
import io.entente.commission.payouts.lists.BatchList;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/payout-batches/export}: the batches with who planned, approved and sent them. */
@AllowedTo(roles = Role.FINANCE)
@RestController
class PayoutBatchExportController {

    private static final List<String> COLUMNS = List.of(
            "batchId",
            "status",
            "cutOff",
            "currencies",
            "executeOn",
            "plannedBy",
            "plannedAt",
            "approvedBy",
            "approvedAt",
            "submittedBy",
            "submittedAt",
            "note");

    private final BatchList list;
    private final BatchParameters parameters;

    PayoutBatchExportController(BatchList list, BatchParameters parameters) {
        this.list = list;
        this.parameters = parameters;
    }

    /**
     * Exports the list of payout batches as CSV, with the same filters and in the same order.
     *
     * @param q words of the batch's id, of its note, or of those who planned, approved or sent it
     * @param status only batches with one of these
     * @param plannedFrom only batches that were planned on this day or later
     * @param plannedTo only batches that were planned on this day or earlier
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/payout-batches/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<PayoutBatch.Status> status,
            @RequestParam(required = false) @Nullable LocalDate plannedFrom,
            @RequestParam(required = false) @Nullable LocalDate plannedTo,
            @SortedBy(BatchFilter.PLANNED) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        BatchFilter filter = parameters.filter(q, status, plannedFrom, plannedTo, sort);
        Download.csv("payout-batches.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> list.page(filter, page), batch -> row(csv, batch));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, PayoutBatch batch) {
        csv.row(
                batch.id(),
                batch.status(),
                batch.cutOff(),
                batch.minimums().keySet().stream().map(CurrencyUnit::getCode).collect(Collectors.joining(" ")),
                batch.executeOn(),
                batch.plannedBy(),
                batch.plannedAt(),
                batch.approvedBy(),
                batch.approvedAt(),
                batch.submittedBy(),
                batch.submittedAt(),
                batch.note());
    }
}
