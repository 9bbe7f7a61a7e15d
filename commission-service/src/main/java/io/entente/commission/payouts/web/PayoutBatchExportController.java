package io.entente.commission.payouts.web;

import io.entente.commission.payouts.PayoutBatch;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
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

    private final PayoutBatches batches;

    PayoutBatchExportController(PayoutBatches batches) {
        this.batches = batches;
    }

    /**
     * Exports all payout batches as CSV, in the order of their ids.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/payout-batches/export")
    void export(@RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response) throws IOException {
        Download.csv("payout-batches.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(batches::list, batch -> row(csv, batch));
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
