package io.entente.commission.plans.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnershipModel;
import io.entente.commission.partners.Tier;
import io.entente.commission.plans.Audience;
import io.entente.commission.plans.PaymentTerms;
import io.entente.commission.plans.Term;
import io.entente.commission.plans.TierCounting;
import io.entente.commission.plans.Trigger;
import io.entente.platform.domain.MoneyJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The parts of a plan's JSON in requests and responses. */
final class PlanParts {

    private static final int MAX_ID = 128;

    private PlanParts() {}

    /** The partners to which a plan applies. An absent field or an empty list matches every partner. */
    record AppliesTo(
            @Nullable @Size(max = 10) List<@NotNull Tier> tiers,
            @Nullable @Size(max = 10) List<@NotNull PartnershipModel> models,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = MAX_ID) String> partnerIds) {

        static Audience audience(@Nullable AppliesTo given) {
            if (given == null) {
                return Audience.ALL;
            }
            return new Audience(
                    set(given.tiers()),
                    set(given.models()),
                    set(given.partnerIds()).stream().map(PartnerId::new).collect(Collectors.toSet()));
        }

        static AppliesTo of(Audience audience) {
            return new AppliesTo(
                    audience.tiers().stream().sorted().toList(),
                    audience.models().stream().sorted().toList(),
                    audience.partnerIds().stream()
                            .map(PartnerId::value)
                            .sorted()
                            .toList());
        }

        private static <T> Set<T> set(@Nullable List<T> values) {
            return values == null ? Set.of() : new HashSet<>(values);
        }
    }

    /** For how long the deals of a referral earn commission. */
    record TermJson(@NotNull Term type) {}

    /** What makes a commission payable, and how many days later it is due: 30 if {@code netDays} is absent. */
    record TriggerJson(@NotNull Trigger type, @Nullable @Min(0) @Max(PaymentTerms.MAX_DAYS) Integer netDays) {}

    /** The most that a plan pays. */
    record CapJson(@Nullable @Valid MoneyJson perDeal, @Nullable @Valid MoneyJson perYear) {}

    /**
     * How deals count for volume tiers. If it is absent, every deal counts as one.
     *
     * @param smallestDeal deals below this amount don't count
     * @param byShare whether a co-sold deal counts by the partner's share
     */
    record CountingJson(@Nullable @Valid MoneyJson smallestDeal, @Nullable Boolean byShare) {

        TierCounting toCounting() {
            return new TierCounting(smallestDeal == null ? null : smallestDeal.toMoney(), Boolean.TRUE.equals(byShare));
        }

        static @Nullable CountingJson of(TierCounting counting) {
            Money smallest = counting.smallestDeal();
            return counting.equals(TierCounting.PLAIN)
                    ? null
                    : new CountingJson(smallest == null ? null : MoneyJson.of(smallest), counting.byShare());
        }
    }
}
