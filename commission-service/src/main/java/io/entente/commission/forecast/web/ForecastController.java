package io.entente.commission.forecast.web;

import io.entente.commission.forecast.DrawUpForecast;
import io.entente.commission.forecast.Figure;
import io.entente.commission.forecast.Forecast;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnerProfiles;
import io.entente.platform.csv.SafeCsv;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.security.Scope;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.NotFoundException;
import io.entente.platform.web.access.Tenant;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/forecast}: what a partner can expect from open referrals and accrued commission. */
@AllowedTo(
        roles = {Role.PARTNER, Role.PARTNER_MANAGER, Role.FINANCE},
        scopes = Scope.COMMISSION_READ)
@RestController
@RequestMapping("/api/forecast")
class ForecastController {

    private static final List<String> COLUMNS = List.of(
            "partner_id",
            "as_of",
            "month",
            "payable_on",
            "kind",
            "id",
            "client",
            "stage",
            "odds",
            "odds_from",
            "plan",
            "plan_version",
            "rule",
            "currency",
            "full_amount",
            "amount",
            "explanation");

    private final DrawUpForecast drawUp;
    private final PartnerProfiles partners;

    ForecastController(DrawUpForecast drawUp, PartnerProfiles partners) {
        this.drawUp = drawUp;
        this.partners = partners;
    }

    /**
     * Returns what a partner can expect, by the month in which it is expected to be payable. An open referral counts with the
     * odds of its stage times what the plan in force pays; accrued commission counts in full until it is payable. Every figure
     * is explained. At most 1,000 open referrals and 1,000 commissions are included, and {@code complete} says whether these are all.
     */
    @GetMapping
    ForecastView get(Tenant tenant) {
        PartnerProfile partner = partner(tenant);
        return ForecastView.of(partner.id().value(), drawUp.of(partner));
    }

    /**
     * Returns the figures of the same forecast as CSV, one row for each figure.
     *
     * @param bom whether the file begins with a byte order mark, which Excel needs
     */
    @FileResponse("text/csv")
    @GetMapping("/export")
    void export(Tenant tenant, @RequestParam(defaultValue = "false") boolean bom, HttpServletResponse response)
            throws IOException {
        PartnerProfile partner = partner(tenant);
        Forecast forecast = drawUp.of(partner);
        Download.csv("forecast.csv").withByteOrderMark(bom).writeTo(response, out -> {
            SafeCsv csv = new SafeCsv(out, COLUMNS);
            forecast.figures().forEach(figure -> row(csv, partner.id().value(), forecast.asOf(), figure));
            csv.flush();
        });
    }

    private PartnerProfile partner(Tenant tenant) {
        String id = tenant.id()
                .orElseThrow(() -> InvalidInputException.malformed(
                        List.of(new FieldError("partnerId", "must be the id of a partner"))));
        return partners.find(new PartnerId(id)).orElseThrow(() -> new NotFoundException("partner", id));
    }

    private static void row(SafeCsv csv, String partner, LocalDate asOf, Figure figure) {
        csv.row(
                partner,
                asOf,
                figure.month(),
                figure.payableOn(),
                figure.kind(),
                figure.subject(),
                figure.client(),
                figure.stage(),
                figure.odds() == null ? null : figure.odds().value(),
                figure.oddsFrom(),
                figure.plan() == null ? null : figure.plan().code(),
                figure.plan() == null ? null : figure.plan().version(),
                figure.rule(),
                figure.amount() == null
                        ? null
                        : figure.amount().getCurrencyUnit().getCode(),
                figure.full(),
                figure.amount(),
                String.join(" ", figure.explanation()));
    }

    /**
     * A forecast.
     *
     * @param asOf the day on which it was drawn up
     * @param complete whether all open referrals and commissions are included
     * @param months the sums by month and currency
     * @param figures what the sums consist of, in the order of the months
     */
    record ForecastView(
            String partnerId, LocalDate asOf, boolean complete, List<MonthView> months, List<FigureView> figures) {

        static ForecastView of(String partner, Forecast forecast) {
            return new ForecastView(
                    partner,
                    forecast.asOf(),
                    forecast.complete(),
                    forecast.months().stream().map(MonthView::of).toList(),
                    forecast.figures().stream().map(FigureView::of).toList());
        }
    }

    /**
     * The sums of a month in one currency.
     *
     * @param month such as 2026-09; absent for amounts of which nothing says when they are payable
     * @param referrals what open referrals are expected to earn
     * @param commissions what is earned and not payable yet
     */
    record MonthView(@Nullable YearMonth month, MoneyJson referrals, MoneyJson commissions, MoneyJson total) {

        static MonthView of(Forecast.Month month) {
            return new MonthView(
                    month.month(),
                    MoneyJson.of(month.referrals()),
                    MoneyJson.of(month.commissions()),
                    MoneyJson.of(month.total()));
        }
    }

    /**
     * One figure.
     *
     * @param id of the referral or the commission
     * @param amount absent if the referral has no expected value
     * @param full what the referral earns if it is won
     * @param stage of the referral
     * @param odds of the referral, from 0 to 1
     * @param oddsFrom POLICY or HISTORY
     * @param plan the plan that prices it
     * @param payableOn the day on which it is expected to be payable; absent if nothing says when
     * @param explanation one sentence for each step
     */
    record FigureView(
            Figure.Kind kind,
            String id,
            String client,
            @Nullable MoneyJson amount,
            @Nullable MoneyJson full,
            @Nullable String stage,
            @Nullable String odds,
            @Nullable String oddsFrom,
            @Nullable PlanVersion plan,
            @Nullable String rule,
            @Nullable LocalDate payableOn,
            List<String> explanation) {

        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.kind(),
                    figure.subject(),
                    figure.client(),
                    json(figure.amount()),
                    json(figure.full()),
                    figure.stage(),
                    figure.odds() == null ? null : Objects.toString(figure.odds()),
                    figure.oddsFrom(),
                    figure.plan() == null
                            ? null
                            : new PlanVersion(
                                    figure.plan().code(), figure.plan().version()),
                    figure.rule(),
                    figure.payableOn(),
                    figure.explanation());
        }

        private static @Nullable MoneyJson json(@Nullable Money money) {
            return money == null ? null : MoneyJson.of(money);
        }
    }

    /** A version of a plan. */
    record PlanVersion(String code, long version) {}
}
