package io.entente.commission.plans;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerProfile;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** One plan for everybody and all time. */
    public static PlanBook everybodyAt(String rate) {
        return book(plan("standard", Audience.ALL, "2000-01-01", null, rate));
    }

    public static PlanBook book(CommissionPlan... plans) {
        return new PlanBook(1, List.of(plans), Map.of());
    }

    /** An audience from words: tiers, models, and ids that start with {@code par_}, separated by spaces. */
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
}
