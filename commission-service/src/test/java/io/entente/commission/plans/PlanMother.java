package io.entente.commission.plans;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.commission.plans.inputs.PricedDeal;
import io.entente.commission.plans.rules.Bands;
import io.entente.commission.plans.rules.EarningRule;
import io.entente.commission.plans.rules.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Plans and plan books for tests. */
public final class PlanMother {

    private PlanMother() {}

    public static CommissionPlan plan(String code, Audience appliesTo, String from, @Nullable String to, String rate) {
        return new CommissionPlan(
                code,
                1,
                "Plan " + code,
                new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                appliesTo,
                new Percent(Fraction.of(rate)),
                Term.WHILE_ACTIVE,
                PaymentTerms.USUAL,
                Limits.NONE);
    }

    /** A plan for all partners and all dates. */
    public static PlanBook everybodyAt(String rate) {
        return book(plan("standard", Audience.ALL, "2000-01-01", null, rate));
    }

    public static PlanBook book(CommissionPlan... plans) {
        return new PlanBook(1, List.of(plans), Map.of());
    }

    /** Parses an audience: tiers, models and ids that start with {@code par_}, separated by spaces. */
    public static Audience audience(String words) {
        List<String> parts =
                Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toList();
        Set<String> tiers = Stream.of(Tier.values()).map(Enum::name).collect(Collectors.toSet());
        return new Audience(
                parts.stream().filter(tiers::contains).map(Tier::valueOf).collect(Collectors.toSet()),
                parts.stream()
                        .filter(word -> !tiers.contains(word) && !word.startsWith("par_"))
                        .map(PartnershipModel::valueOf)
                        .collect(Collectors.toSet()),
                parts.stream()
                        .filter(word -> word.startsWith("par_"))
                        .map(PartnerId::new)
                        .collect(Collectors.toSet()));
    }

    public static PartnerProfile partner(String id, Tier tier, PartnershipModel model) {
        return new PartnerProfile(new PartnerId(id), tier, model, 1);
    }

    /** A plan with the given rule for all partners and all dates. */
    public static CommissionPlan plan(EarningRule rule, Term term, Limits limits) {
        return new CommissionPlan(
                "standard",
                1,
                "Plan standard",
                new Period(LocalDate.parse("2000-01-01"), null),
                Audience.ALL,
                rule,
                term,
                PaymentTerms.USUAL,
                limits);
    }

    /** A book that prices every deal of every partner by one rule. */
    public static PlanBook everybodyBy(EarningRule rule) {
        return book(plan(rule, Term.WHILE_ACTIVE, Limits.NONE));
    }

    /** Parses bands such as {@code 1: 0.10, 4: 0.15}. */
    public static Bands bands(String words) {
        return new Bands(Stream.of(words.split(", *"))
                .map(band -> band.split(": *"))
                .map(parts -> new Bands.Band(new BigDecimal(parts[0].trim()), Fraction.of(parts[1].trim())))
                .toList());
    }

    /** A project that closed on 2026-04-02. Its only credited partner introduced the client. */
    public static PricedDeal priced(String amount) {
        return priced("deal-1", amount, "2026-04-02");
    }

    public static PricedDeal priced(String id, String amount, String closedOn) {
        return PricedDeal.closed(
                id,
                Money.parse(amount),
                LocalDate.parse(closedOn),
                Direction.INBOUND,
                Involvement.STANDARD,
                false,
                null,
                List.of(new Credit(new PartnerId("par_pine"), "ORIGINATOR", Fraction.WHOLE)));
    }
}
