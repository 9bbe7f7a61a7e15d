package io.entente.commission.plans.web;

import io.entente.commission.plans.CommissionPlan;
import io.entente.commission.plans.changes.PlanRegister;
import io.entente.commission.plans.changes.PlanRegisters;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.lists.SortedBy;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/commission-plans/export}: the list of plans as CSV. */
@AllowedTo(roles = {Role.PARTNER_MANAGER, Role.FINANCE, Role.ADMIN})
@RestController
class PlanExportController {

    private static final List<String> COLUMNS = List.of(
            "code",
            "version",
            "name",
            "effectiveFrom",
            "effectiveTo",
            "tiers",
            "models",
            "partnerIds",
            "rule",
            "rates",
            "term",
            "trigger",
            "netDays",
            "holdDays",
            "currency",
            "capPerDeal",
            "capPerYear",
            "floor");

    private final PlanRegisters registers;

    PlanExportController(PlanRegisters registers) {
        this.registers = registers;
    }

    /**
     * Exports the list of commission plans as CSV, with the same filters and in the same order.
     *
     * @param q words of the plan's code or name
     * @param rule only plans with this earning rule, such as VOLUME_TIERS
     * @param inForceOn only versions that price deals that close on this day
     * @param partnerId only plans that name this partner
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/api/commission-plans/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable LocalDate inForceOn,
            @RequestParam(required = false) @Nullable String partnerId,
            @SortedBy({PlanList.CODE, PlanList.STARTS}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response)
            throws IOException {
        PlanRegister register = registers.current();
        PlanList list = new PlanList(SearchText.of(q).orElse(null), rule, inForceOn, partnerId, sort);
        Download.csv("commission-plans.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            AllPages.read(page -> list.page(register, page), plan -> row(csv, plan));
            csv.flush();
        });
    }

    private static void row(SafeCsv csv, CommissionPlan plan) {
        csv.row(
                plan.code(),
                plan.version(),
                plan.name(),
                plan.period().from(),
                plan.period().to(),
                joined(plan.appliesTo().tiers()),
                joined(plan.appliesTo().models()),
                joined(plan.appliesTo().partnerIds()),
                plan.rule().code(),
                plan.rule().rates().stream().map(Fraction::toString).collect(Collectors.joining(" ")),
                plan.term(),
                plan.terms().trigger(),
                plan.terms().netDays(),
                plan.terms().holdDays(),
                plan.currency(),
                plan.limits().perDeal(),
                plan.limits().perYear(),
                plan.limits().floor());
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Objects::toString).sorted().collect(Collectors.joining(" "));
    }
}
