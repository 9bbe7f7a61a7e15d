package io.entente.commission.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.commission.csv.SafeCsv;
import io.entente.commission.ledger.Account;
import io.entente.commission.ledger.Commission;
import io.entente.commission.ledger.CommissionId;
import io.entente.commission.ledger.Commissions;
import io.entente.commission.ledger.CreditedDeal;
import io.entente.commission.ledger.LedgerTransaction;
import io.entente.commission.ledger.Portion.State;
import io.entente.commission.plans.Outcome.Earned;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/commissions/export?period=}: all commissions accrued in a period, as they stand now, as CSV for finance's
 * systems. Written while it is read, a block at a time, so that memory doesn't depend on the size.
 */
@RestController
class ExportController {

    private static final List<String> COLUMNS = List.of(
            "commissionId",
            "partnerId",
            "dealId",
            "referralId",
            "clientKey",
            "client",
            "closedOn",
            "accruedAt",
            "plan",
            "planVersion",
            "rule",
            "rate",
            "trigger",
            "status",
            "currency",
            "dealAmount",
            "earned",
            "corrected",
            "adjusted",
            "clawedBack",
            "net",
            "accrued",
            "payable",
            "allocated",
            "paid",
            "owedBack",
            "origin",
            "ledgerTransactionId");

    private final Commissions commissions;
    private final ZoneId zone;

    ExportController(Commissions commissions, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.commissions = commissions;
        this.zone = zone;
    }

    @GetMapping("/api/commissions/export")
    void export(@RequestParam(required = false) String period, HttpServletResponse response) throws IOException {
        ExportPeriod within = ExportPeriod.parse(period);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"commissions-" + within.name() + ".csv\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        SafeCsv csv = new SafeCsv(out, COLUMNS);
        commissions.accruedWithin(within.from(zone), within.until(zone), block -> write(csv, block));
        csv.flush();
    }

    private void write(SafeCsv csv, List<LedgerTransaction> block) {
        Map<CommissionId, Commission> standings = commissions.standings(block.stream()
                .map(accrual -> accrual.posting().deal().commissionId())
                .toList());
        block.forEach(accrual -> row(
                csv,
                accrual,
                Objects.requireNonNull(standings.get(accrual.posting().deal().commissionId()))));
    }

    private static void row(SafeCsv csv, LedgerTransaction accrual, Commission now) {
        CreditedDeal deal = accrual.posting().deal();
        Earned earned = (Earned) accrual.posting().outcome();
        csv.row(
                now.id(),
                deal.partnerId(),
                deal.dealId(),
                deal.referralId(),
                deal.client().key(),
                deal.client().organisation(),
                deal.closedOn(),
                accrual.recordedAt(),
                earned.plan().code(),
                earned.plan().version(),
                earned.rule(),
                earned.rate(),
                earned.trigger(),
                now.status(),
                now.accrued().getCurrencyUnit(),
                deal.basis(),
                now.accrued(),
                now.corrected(),
                now.adjusted(),
                now.clawedBack(),
                now.net(),
                now.accounts().get(Account.ACCRUED),
                now.in(State.PAYABLE),
                now.in(State.ALLOCATED),
                now.in(State.PAID),
                now.owedBack(),
                deal.origin(),
                accrual.id());
    }
}
