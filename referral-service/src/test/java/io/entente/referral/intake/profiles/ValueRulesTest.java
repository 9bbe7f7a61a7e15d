package io.entente.referral.intake.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile.Defaults;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.OpportunityMapping.Mapped;
import io.entente.referral.intake.profiles.ValueRules.ValueRule;
import io.entente.referral.intake.values.DecimalMark;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.partners.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");
    private static final List<String> HEADER = List.of("Deal", "Company", "Stage", "Created", "Closed", "Value");
    private static final KnownPartner PARTNER =
            new KnownPartner("par_1", "Moses Frase", "ACTIVE", Tier.ACTIVE, "REFERRAL", "US", 1);

    @Test
    void a_constant_a_default_and_a_column_for_two_fields_give_values_without_columns_of_their_own() throws Exception {
        ImportProfile profile = profile(
                new ValueRules(
                        Map.of(
                                "partner", new ValueRule("par_1", List.of(), null),
                                "currency", new ValueRule(null, List.of(), "MYR"),
                                "service", new ValueRule(null, List.of(), "Advisory")),
                        null,
                        null),
                List.of("yyyy-MM-dd"));
        assertThat(ProfileFaults.of(profile)).isEmpty();

        Opportunity won = mapped(profile, "D-1", "Acme", "Won", "2026-01-02", "2026-02-03", "12.50")
                .opportunity();

        assertThat(won.partnerId()).isEqualTo("par_1");
        assertThat(won.value()).hasToString("MYR 12.50");
        assertThat(won.service()).isEqualTo("Advisory");
        assertThat(won.id())
                .as("the column Deal is the id and the reason of loss")
                .isEqualTo("D-1");
        assertThat(mapped(profile, "D-2", "Acme", "Lost", "2026-01-02", "2026-02-03", "")
                        .opportunity()
                        .lossReason())
                .isEqualTo("D-2");
    }

    @Test
    void a_submitted_date_falls_back_to_another_column() throws Exception {
        ImportProfile profile = profile(
                rules(Map.of("submittedOn", new ValueRule(null, List.of("Missing", "Closed"), null)), null, null),
                List.of("yyyy-MM-dd"));

        assertThat(mapped(profile, "D-1", "Acme", "Won", "", "2026-02-03", "1")
                        .opportunity()
                        .submittedOn())
                .isEqualTo("2026-02-03");
        assertThat(mapped(profile, "D-1", "Acme", "Won", "2026-01-02", "2026-02-03", "1")
                        .opportunity()
                        .submittedOn())
                .isEqualTo("2026-01-02");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "2026-03-31T23:30:00Z           | Asia/Kuala_Lumpur | 2026-04-01",
                "2026-03-31T23:30:00Z           | -                 | 2026-03-31",
                "2026-04-01T00:30:00+08:00      | UTC               | 2026-03-31",
                "2026-03-31 22:30 EST           | Europe/Berlin     | 2026-04-01",
                "2026-03-31                     | Europe/Berlin     | 2026-03-31",
            })
    void the_day_of_a_time_with_a_zone_is_the_day_in_the_zone_of_the_profile(
            String text, @Nullable String zone, LocalDate day) throws Exception {
        ImportProfile profile = profile(
                rules(Map.of(), zone, null), List.of("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd HH:mm z"));

        assertThat(mapped(profile, "D-1", "Acme", "Contacted", text, "", "")
                        .opportunity()
                        .submittedOn())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "Closed Won, WON",
        "closed_won, WON",
        "CLOSED-WON, WON",
        "closedwon, WON",
        "Won, WON",
        "Lost, LOST",
        "Something new, CONTACTED",
        "成約, WON",
    })
    void a_stage_is_found_in_any_spelling_and_others_have_the_meaning_of_all_others(String text, Stage stage) {
        ImportProfile profile = profile(rules(Map.of(), null, Stage.CONTACTED), List.of("yyyy-MM-dd"));

        assertThat(profile.stageOf(text)).contains(stage);
        assertThat(profile(ValueRules.NONE, List.of("yyyy-MM-dd")).stageOf("Something new"))
                .isEmpty();
        assertThat(profile.stageOf("")).isEmpty();
    }

    @Test
    void unusable_rules_are_named() {
        ImportProfile profile = profile(
                new ValueRules(
                        Map.of(
                                "stage", new ValueRule("Nowhere", List.of(), null),
                                "currency", new ValueRule(null, List.of(), "XQX"),
                                "country", new ValueRule("Nowhere", List.of(), null),
                                "id", new ValueRule("1", List.of(), null),
                                "colour", new ValueRule("red", List.of(), null)),
                        "Mars/Olympus",
                        Stage.WON),
                List.of("yyyy-MM-dd"));

        assertThat(ProfileFaults.of(profile))
                .extracting(FieldError::field)
                .contains(
                        "rules.zone",
                        "rules.otherStage",
                        "rules.values.currency",
                        "rules.values.country",
                        "rules.values.id",
                        "rules.values.colour");
    }

    @ParameterizedTest
    @CsvSource({
        "submittedOn, 2024-13-01, 'must be a date such as 2026-03-31, but is 2024-13-01'",
        "closedOn, 2025-02-29, 'must be a date such as 2026-03-31, but is 2025-02-29'",
        "closedOn, 31.12.2025, 'must be a date such as 2026-03-31, but is 31.12.2025'",
        "submittedOn, 1964-05-05, must be from 1990-01-01 to 2100-12-31",
        "closedOn, 2204-05-05, must be from 1990-01-01 to 2100-12-31"
    })
    void a_constant_date_follows_the_rule_for_dates(String field, String date, String message) {
        ValueRules constant = rules(Map.of(field, new ValueRule(date, List.of(), null)), null, null);
        ValueRules otherwise = rules(Map.of(field, new ValueRule(null, List.of(), date)), null, null);

        for (ValueRules rules : List.of(constant, otherwise)) {
            assertThat(ProfileFaults.of(profile(rules, List.of("yyyy-MM-dd"))))
                    .containsExactly(new FieldError("rules.values." + field, message));
        }
        assertThat(ProfileFaults.of(profile(
                        rules(Map.of(field, new ValueRule("2025-12-31", List.of(), null)), null, null),
                        List.of("yyyy-MM-dd"))))
                .isEmpty();
    }

    private static ValueRules rules(Map<String, ValueRule> values, @Nullable String zone, @Nullable Stage other) {
        Map<String, ValueRule> all = new java.util.HashMap<>(values);
        all.put("partner", new ValueRule("par_1", List.of(), null));
        all.put("currency", new ValueRule("USD", List.of(), null));
        all.put("service", new ValueRule("Advisory", List.of(), null));
        return new ValueRules(all, zone, other);
    }

    private static ImportProfile profile(ValueRules rules, List<String> dateFormats) {
        return new ImportProfile(
                "own",
                1,
                "Own",
                "own",
                TextEncoding.AUTO,
                Separator.AUTO,
                Map.of(
                        "id", List.of("Deal"),
                        "organisation", List.of("Company"),
                        "stage", List.of("Stage"),
                        "submittedOn", List.of("Created"),
                        "closedOn", List.of("Closed"),
                        "amount", List.of("Value"),
                        "lossReason", List.of("Deal")),
                PartnerBy.ID,
                dateFormats,
                DecimalMark.POINT,
                null,
                Map.of(
                        "Closed Won", Stage.WON,
                        "Won", Stage.WON,
                        "成約", Stage.WON,
                        "Lost", Stage.LOST,
                        "Contacted", Stage.CONTACTED),
                new Defaults(null, null, null, null),
                rules);
    }

    private static Mapped mapped(ImportProfile profile, String... row) throws Exception {
        Mapped mapped = new OpportunityMapping(profile, HEADER, FileReading.OPEN)
                .map(List.of(row), called -> called.equals("par_1") ? List.of(PARTNER) : List.of(), TODAY);
        assertThat(mapped.errors()).isEmpty();
        return mapped;
    }
}
