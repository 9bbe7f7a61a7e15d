package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.payouts.PayoutBatches;
import io.entente.commission.payouts.PayoutBlock;
import io.entente.commission.payouts.policy.BlockReason;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/payout-batches/{id}/blocks/export}: who is not paid by a batch, and why. */
@AllowedTo(roles = Role.FINANCE)
@RestController
class BlockExportController {

    private static final List<String> COLUMNS =
            List.of("batchId", "partnerId", "currency", "payable", "held", "owed", "reasons", "missing");

    private final PayoutBatches batches;

    BlockExportController(PayoutBatches batches) {
        this.batches = batches;
    }

    /**
     * Exports the partners that a batch does not pay as CSV, each with the reasons, with the same filters as the list.
     *
     * @param reason only partners with this reason
     * @param partnerId only this partner
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/payout-batches/{id}/blocks/export")
    void export(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable BlockReason reason,
            @RequestParam(required = false) @Nullable String partnerId,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        PartnerId partner = partnerId == null ? null : new PartnerId(partnerId);
        String batch = batches.find(id)
                .orElseThrow(() -> new NotFoundException("payout batch", id))
                .id();
        Download.csv(batch + "-blocks.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> batches.blocks(batch, reason, partner, page), block -> row(csv, batch, block));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, String batch, PayoutBlock block) {
        csv.row(
                batch,
                block.partnerId(),
                block.balance().payable().getCurrencyUnit(),
                block.balance().payable(),
                block.balance().held(),
                block.balance().owed(),
                block.reasons().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                block.missing());
    }
}
