package io.entente.referral.intake.profiles;

import io.entente.platform.domain.CurrenciesInUse;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.dates.EnteredDates;
import io.entente.platform.domain.text.CountryCodes;
import io.entente.referral.attribution.matching.DomainForm;
import io.entente.referral.intake.values.CountryNames;
import io.entente.referral.intake.values.DateFormats;
import io.entente.referral.referral.facts.Involvement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Finds the errors in a mapping profile before a file is read with it. */
public final class ProfileFaults {

    private static final Set<RowField> NEEDED = Set.of(
            RowField.ID,
            RowField.PARTNER,
            RowField.ORGANISATION,
            RowField.STAGE,
            RowField.SUBMITTED_ON,
            RowField.CLOSED_ON,
            RowField.AMOUNT);

    private static final Set<RowField> DATES = Set.of(RowField.SUBMITTED_ON, RowField.CLOSED_ON);

    private ProfileFaults() {}

    /** All errors, by the field of the API. */
    public static List<FieldError> of(ImportProfile profile) {
        List<FieldError> faults = new ArrayList<>();
        addColumnFaults(profile, faults);
        addDateFaults(profile.dateFormats(), faults);
        addStageFaults(profile, faults);
        addRuleFaults(profile, faults);
        if (profile.currency() != null && currency(profile.currency()) == null) {
            faults.add(new FieldError("currency", "must be an ISO 4217 code such as USD"));
        }
        String country = profile.defaults().country();
        if (country != null && !CountryCodes.ALL.contains(country)) {
            faults.add(new FieldError("defaults.country", "must be an ISO 3166-1 alpha-2 code such as MY"));
        }
        return faults;
    }

    private static void addColumnFaults(ImportProfile profile, List<FieldError> faults) {
        for (Map.Entry<String, List<String>> column : profile.columns().entrySet()) {
            String path = "columns." + column.getKey();
            if (RowField.of(column.getKey()).isEmpty()) {
                faults.add(new FieldError(path, "must be one of " + keys()));
            }
            if (column.getValue().stream().anyMatch(String::isBlank)) {
                faults.add(new FieldError(path, "must not contain a blank column name"));
            }
        }
        Stream.of(RowField.values())
                .filter(field -> isNeeded(field, profile))
                .filter(field -> profile.namesOf(field).isEmpty())
                .forEach(field -> faults.add(new FieldError("columns." + field.key(), "is required" + unless(field))));
    }

    private static boolean isNeeded(RowField field, ImportProfile profile) {
        ValueRules.ValueRule rule = profile.rules().of(field);
        if (rule.givesAlways() || !rule.fallbacks().isEmpty()) {
            return false;
        }
        return switch (field) {
            case SERVICE -> profile.defaults().service() == null;
            case CURRENCY -> profile.currency() == null;
            default -> NEEDED.contains(field);
        };
    }

    private static String unless(RowField field) {
        return switch (field) {
            case SERVICE -> " if there is no defaults.service";
            case CURRENCY -> " if the profile has no currency";
            default -> "";
        };
    }

    private static void addDateFaults(List<String> formats, List<FieldError> faults) {
        for (int i = 0; i < formats.size(); i++) {
            try {
                new DateFormats(List.of(formats.get(i))).example();
            } catch (IllegalArgumentException | DateTimeException e) {
                faults.add(new FieldError("dateFormats[%d]".formatted(i), "must be a date pattern such as yyyy-MM-dd"));
            }
        }
    }

    private static void addStageFaults(ImportProfile profile, List<FieldError> faults) {
        Map<String, Stage> byKey = new HashMap<>();
        for (Map.Entry<String, Stage> stage : profile.stages().entrySet()) {
            String key = ImportProfile.stageKey(stage.getKey());
            Stage other = byKey.put(key, stage.getValue());
            if (key.isEmpty() || (other != null && other != stage.getValue())) {
                faults.add(new FieldError(
                        "stages." + stage.getKey(),
                        "must give each stage one meaning, regardless of case, spaces and marks"));
            }
        }
        if (!profile.stages().containsValue(Stage.WON)) {
            faults.add(new FieldError("stages", "must contain a stage that means WON"));
        }
    }

    private static void addRuleFaults(ImportProfile profile, List<FieldError> faults) {
        ValueRules rules = profile.rules();
        if (rules.zone() != null && !isZone(rules.zone())) {
            faults.add(new FieldError("rules.zone", "must be a time zone such as Asia/Kuala_Lumpur"));
        }
        Stage other = rules.otherStage();
        if (other != null && other.isClosed()) {
            faults.add(new FieldError(
                    "rules.otherStage",
                    "must be an open stage, because an unknown stage neither wins nor loses a deal"));
        }
        rules.values().forEach((key, rule) -> addValueFaults(profile, key, rule, faults));
    }

    private static void addValueFaults(
            ImportProfile profile, String key, ValueRules.ValueRule rule, List<FieldError> faults) {
        Optional<RowField> field = RowField.of(key);
        String path = "rules.values." + key;
        if (field.isEmpty()) {
            faults.add(new FieldError(path, "must be one of " + keys()));
            return;
        }
        if (field.get() == RowField.ID && rule.givesAlways()) {
            faults.add(new FieldError(path, "must have no constant, because each row needs an id of its own"));
        }
        String value = rule.constant() == null ? rule.otherwise() : rule.constant();
        if (value != null && !isUsable(profile, field.get(), value)) {
            faults.add(new FieldError(path, "must be a value that the profile can read, but is " + value));
        } else if (value != null && DATES.contains(field.get())) {
            dateFault(profile, value).ifPresent(fault -> faults.add(new FieldError(path, fault)));
        }
    }

    /** Says what is wrong with a date that every row has. If the profile's patterns are faulty, their own errors say so. */
    private static Optional<String> dateFault(ImportProfile profile, String value) {
        try {
            DateFormats formats = new DateFormats(profile.dateFormats());
            LocalDate date = formats.parse(value, formats.assumed());
            return date == null
                    ? Optional.of("must be a date such as %s, but is %s".formatted(formats.example(), value))
                    : EnteredDates.fault(date);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(ImportProfile profile, RowField field, String value) {
        return switch (field) {
            case STAGE -> profile.stageOf(value).isPresent();
            case CURRENCY -> currency(value) != null;
            case COUNTRY -> CountryNames.find(value) != null;
            case DOMAIN -> DomainForm.read(value) != null;
            case INVOLVEMENT ->
                Stream.of(Involvement.values())
                        .anyMatch(involvement -> involvement.name().equalsIgnoreCase(value));
            default -> !value.isBlank();
        };
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getRules() != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    static @Nullable CurrencyUnit currency(String code) {
        return CurrenciesInUse.find(code.strip().toUpperCase(Locale.ROOT)).orElse(null);
    }

    private static String keys() {
        return Stream.of(RowField.values()).map(RowField::key).collect(Collectors.joining(", "));
    }
}
