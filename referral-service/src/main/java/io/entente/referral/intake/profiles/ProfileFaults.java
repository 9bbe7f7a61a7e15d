package io.entente.referral.intake.profiles;

import io.entente.platform.domain.CurrenciesInUse;
import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.values.DateFormats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private ProfileFaults() {}

    /** All errors, by the field of the API. */
    public static List<FieldError> of(ImportProfile profile) {
        List<FieldError> faults = new ArrayList<>();
        addColumnFaults(profile, faults);
        addDateFaults(profile.dateFormats(), faults);
        addStageFaults(profile, faults);
        if (profile.currency() != null && currency(profile.currency()) == null) {
            faults.add(new FieldError("currency", "must be an ISO 4217 code such as USD"));
        }
        String country = profile.defaults().country();
        if (country != null && !Set.of(Locale.getISOCountries()).contains(country)) {
            faults.add(new FieldError("defaults.country", "must be an ISO 3166-1 alpha-2 code such as MY"));
        }
        return faults;
    }

    private static void addColumnFaults(ImportProfile profile, List<FieldError> faults) {
        Map<String, String> fieldsByName = new HashMap<>();
        for (Map.Entry<String, List<String>> column : profile.columns().entrySet()) {
            String path = "columns." + column.getKey();
            if (RowField.of(column.getKey()).isEmpty()) {
                faults.add(new FieldError(path, "must be one of " + keys()));
            }
            for (String name : column.getValue()) {
                String other = fieldsByName.put(ImportProfile.normalised(name), column.getKey());
                if (name.isBlank()) {
                    faults.add(new FieldError(path, "must not contain a blank column name"));
                } else if (other != null) {
                    faults.add(new FieldError(path, "names the column %s, as %s does".formatted(name, other)));
                }
            }
        }
        Stream.of(RowField.values())
                .filter(field -> isNeeded(field, profile))
                .filter(field -> profile.namesOf(field).isEmpty())
                .forEach(field -> faults.add(new FieldError("columns." + field.key(), "is required" + unless(field))));
    }

    private static boolean isNeeded(RowField field, ImportProfile profile) {
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
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                faults.add(new FieldError("dateFormats[%d]".formatted(i), "must be a date pattern such as yyyy-MM-dd"));
            }
        }
    }

    private static void addStageFaults(ImportProfile profile, List<FieldError> faults) {
        Set<String> names = profile.stages().keySet().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (names.size() < profile.stages().size() || names.contains("")) {
            faults.add(new FieldError("stages", "must contain each stage once, regardless of case"));
        }
        if (!profile.stages().containsValue(Stage.WON)) {
            faults.add(new FieldError("stages", "must contain a stage that means WON"));
        }
    }

    static @Nullable CurrencyUnit currency(String code) {
        return CurrenciesInUse.find(code.strip().toUpperCase(Locale.ROOT)).orElse(null);
    }

    private static String keys() {
        return Stream.of(RowField.values()).map(RowField::key).collect(Collectors.joining(", "));
    }
}
