package io.entente.partner.onboarding.web;

import io.entente.partner.onboarding.OnboardingFilter;
import io.entente.partner.onboarding.OnboardingStatus;
import io.entente.partner.onboarding.Onboardings;
import io.entente.partner.onboarding.policy.OnboardingPolicy;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.platform.domain.lists.AllPages;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.domain.policy.PolicyVersions;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.NeedsRight;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/onboarding}: searches, filters, sorts and exports onboardings, and shows the checklists. */
@RestController
class OnboardingListController {

    private final Onboardings onboardings;
    private final PolicyVersions<OnboardingPolicy> policies;
    private final ZoneId zone;
    private final Clock clock;

    OnboardingListController(
            Onboardings onboardings,
            PolicyVersions<OnboardingPolicy> policies,
            @Value("${entente.program.time-zone:UTC}") ZoneId zone,
            Clock clock) {
        this.onboardings = onboardings;
        this.policies = policies;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Lists onboardings. A partner gets its own. Without an order, the list begins with the onboarding that began first.
     *
     * @param q words of the partner's name, without regard to case and accents. The last word may be incomplete from three characters on
     * @param status only onboardings with one of these statuses
     * @param model only onboardings of partners that work like this
     * @param owner only onboardings in which this owner has an open step. A partner can name only itself
     * @param step only onboardings in which the step with this code is open
     * @param overdue only onboardings with a step whose owner was reminded after its due date, or only those without
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @NeedsRight
    @GetMapping("/api/onboarding")
    Page<OnboardingSummary> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<OnboardingStatus> status,
            @RequestParam(required = false) @Nullable PartnershipModel model,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable Boolean overdue,
            PageRequest page,
            @SortedBy({OnboardingFilter.STARTED, OnboardingFilter.DUE, OnboardingFilter.NAME}) SortOrder sort,
            Tenant tenant) {
        LocalDate today = today();
        return onboardings
                .list(filter(q, status, model, owner, step, overdue, sort, tenant), page)
                .map(each -> OnboardingSummary.of(each, today));
    }

    /**
     * Exports the list as CSV, with the same filters and in the same order.
     *
     * @param q words of the partner's name
     * @param status only onboardings with one of these statuses
     * @param model only onboardings of partners that work like this
     * @param owner only onboardings in which this owner has an open step. A partner can name only itself
     * @param step only onboardings in which the step with this code is open
     * @param overdue only onboardings with a step whose owner was reminded after its due date, or only those without
     * @param bom whether the file begins with a byte order mark, as Excel needs it
     */
    @AllowedTo(roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @NeedsRight
    @FileResponse("text/csv")
    @GetMapping("/api/onboarding/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<OnboardingStatus> status,
            @RequestParam(required = false) @Nullable PartnershipModel model,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @SortedBy({OnboardingFilter.STARTED, OnboardingFilter.DUE, OnboardingFilter.NAME}) SortOrder sort,
            @RequestParam(defaultValue = "false") boolean bom,
            Tenant tenant,
            HttpServletResponse response)
            throws IOException {
        OnboardingFilter filter = filter(q, status, model, owner, step, overdue, sort, tenant);
        LocalDate today = today();
        Download.csv("onboarding.csv").withByteOrderMark(bom).writeTo(response, out -> {
            OnboardingCsv csv = new OnboardingCsv(out);
            AllPages.read(page -> onboardings.list(filter, page), each -> csv.add(OnboardingSummary.of(each, today)));
            csv.flush();
        });
    }

    /** Returns all versions of the checklists, the earliest first. An onboarding keeps the version with which it began. */
    @AllowedTo(roles = {Role.PARTNER_MANAGER, Role.OPS, Role.ADMIN})
    @GetMapping("/api/onboarding-policies")
    OnboardingPoliciesView policies() {
        return new OnboardingPoliciesView(policies.versions());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static OnboardingFilter filter(
            @Nullable String q,
            @Nullable List<OnboardingStatus> status,
            @Nullable PartnershipModel model,
            @Nullable String owner,
            @Nullable String step,
            @Nullable Boolean overdue,
            SortOrder sort,
            Tenant tenant) {
        if (tenant.byPartner()
                && owner != null
                && !owner.equals(Actor.partner(tenant.id().orElseThrow()).value())) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("owner", "must be the partner itself, because the others are of the firm")));
        }
        return new OnboardingFilter(
                SearchText.of(q).orElse(null),
                status == null ? List.of() : status,
                tenant.partnerId(),
                model,
                owner,
                step,
                overdue,
                sort);
    }

    /** All versions of the checklists. */
    record OnboardingPoliciesView(List<OnboardingPolicy> versions) {}
}
