package io.entente.referral.intake.web;

import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.profiles.ValueRules;
import io.entente.referral.intake.values.DecimalMark;
import io.entente.referral.referral.facts.Involvement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/import-profiles}. The domain checks whether its parts fit together. */
record ImportProfileRequest(
        @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) String code,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Pattern(regexp = CODE, message = CODE_MESSAGE) String source,
        @Nullable TextEncoding encoding,
        @Nullable Separator separator,
        @NotNull @Size(max = 20)
                Map<@NotBlank String, @NotNull @Size(max = 10) List<@NotBlank @Size(max = 200) String>> columns,
        @Nullable PartnerBy partnerBy,
        @NotNull @Size(min = 1, max = 10) List<@NotBlank @Size(max = 50) String> dateFormats,
        @Nullable DecimalMark decimalMark,
        @Nullable @Size(max = 3) String currency,
        @NotNull @Size(min = 1, max = 100) Map<@NotBlank @Size(max = 200) String, @NotNull Stage> stages,
        @Nullable @Valid DefaultsRequest defaults,
        @Nullable @Valid RulesRequest rules) {

    private static final String CODE = "[a-z0-9][a-z0-9-]{0,63}";
    private static final String CODE_MESSAGE = "must be 1 to 64 lower-case letters, digits or hyphens";

    record DefaultsRequest(
            @Nullable @Size(min = 1, max = 100) String service,
            @Nullable String country,
            @Nullable Involvement involvement,
            @Nullable @Size(min = 1, max = 1_000) String lossReason) {

        ImportProfile.Defaults toDefaults() {
            return new ImportProfile.Defaults(service, country, involvement, lossReason);
        }
    }

    /**
     * How fields get values that a column alone doesn't give.
     *
     * @param values by field: a constant, further columns, or a value for empty ones
     * @param zone the day of a time with a zone is the day in this zone
     * @param otherStage the meaning of every stage that the profile doesn't list
     */
    record RulesRequest(
            @Nullable @Size(max = 20) Map<@NotBlank String, @NotNull @Valid RuleRequest> values,
            @Nullable @Size(max = 50) String zone,
            @Nullable Stage otherStage) {

        ValueRules toRules() {
            Map<String, ValueRules.ValueRule> rules = new LinkedHashMap<>();
            if (values != null) {
                values.forEach((field, rule) -> rules.put(field, rule.toRule()));
            }
            return new ValueRules(rules, zone, otherStage);
        }

        private RulesRequest readable() {
            Map<String, RuleRequest> read = new LinkedHashMap<>();
            if (values != null) {
                values.forEach((field, rule) -> {
                    if (rule != null) {
                        read.put(field, new RuleRequest(rule.constant, present(rule.fallbacks), rule.otherwise));
                    }
                });
            }
            return new RulesRequest(read, zone, otherStage);
        }
    }

    /**
     * How one field gets its value.
     *
     * @param constant the value of every row
     * @param fallbacks names of columns that are used if the field's own column is empty
     * @param otherwise the value if all columns are empty
     */
    record RuleRequest(
            @Nullable @Size(min = 1, max = 200) String constant,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 200) String> fallbacks,
            @Nullable @Size(min = 1, max = 200) String otherwise) {

        ValueRules.ValueRule toRule() {
            return new ValueRules.ValueRule(constant, fallbacks == null ? List.of() : fallbacks, otherwise);
        }
    }

    ImportProfile toProfile() {
        return new ImportProfile(
                code,
                0,
                name.strip(),
                source == null ? code : source,
                Objects.requireNonNullElse(encoding, TextEncoding.AUTO),
                Objects.requireNonNullElse(separator, Separator.AUTO),
                columns,
                Objects.requireNonNullElse(partnerBy, PartnerBy.NAME),
                dateFormats,
                Objects.requireNonNullElse(decimalMark, DecimalMark.POINT),
                currency,
                stages,
                defaults == null ? new ImportProfile.Defaults(null, null, null, null) : defaults.toDefaults(),
                rules == null ? ValueRules.NONE : rules.toRules());
    }

    /** The same without the parts that could not be read, so that the domain can check the others. */
    ImportProfileRequest readable() {
        Map<String, List<String>> readColumns = new LinkedHashMap<>();
        if (columns != null) {
            columns.forEach((field, names) -> readColumns.put(field, present(names)));
        }
        Map<String, Stage> readStages = new LinkedHashMap<>();
        if (stages != null) {
            stages.forEach((name, stage) -> {
                if (stage != null) {
                    readStages.put(name, stage);
                }
            });
        }
        return new ImportProfileRequest(
                Objects.requireNonNullElse(code, ""),
                Objects.requireNonNullElse(name, ""),
                source,
                encoding,
                separator,
                readColumns,
                partnerBy,
                present(dateFormats),
                decimalMark,
                currency,
                readStages,
                defaults,
                rules == null ? null : rules.readable());
    }

    private static <T> List<T> present(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }
}
