package io.entente.referral.intake.dryrun;

import io.entente.platform.domain.FieldError;
import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfile.Defaults;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.ProfileFaults;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.profiles.ValueRules;
import io.entente.referral.intake.values.AmountSurvey;
import io.entente.referral.intake.values.AmountText;
import io.entente.referral.intake.values.CurrencySymbols;
import io.entente.referral.intake.values.DateFormats;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.intake.values.DateSurvey;
import io.entente.referral.intake.values.DecimalMark;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.facts.Involvement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Proposes a profile for a file from its header and some of its rows. A person checks it before it is used. */
final class ProfileProposal {

    private static final int MAX_STAGES = 50;

    /** Date patterns that don't leave day and month open. */
    private static final List<String> CLEAR_DATES = List.of(
            "yyyy-MM-dd",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ssX",
            "yyyy-MM-dd'T'HH:mm:ss.SSSX",
            "yyyy/MM/dd",
            "yyyy/M/d",
            "d MMM yyyy",
            "MMM d, yyyy");

    /** Date patterns that do, with both orders. */
    private static final List<List<String>> OPEN_DATES = List.of(
            List.of("d/M/yyyy", "M/d/yyyy"),
            List.of("d.M.yyyy", "M.d.yyyy"),
            List.of("d-M-yyyy", "M-d-yyyy"),
            List.of("d/M/yyyy HH:mm", "M/d/yyyy HH:mm"),
            List.of("d/M/yyyy, h:mm a", "M/d/yyyy, h:mm a"));

    private final List<String> header;
    private final List<List<String>> rows;
    private final KnownPartners partners;

    ProfileProposal(List<String> header, List<List<String>> rows, KnownPartners partners) {
        this.header = header;
        this.rows = rows;
        this.partners = partners;
    }

    /**
     * A profile and what it lacks before it can be used.
     *
     * @param missing errors in the profile, and what the file doesn't show
     */
    record Proposed(ImportProfile profile, List<FieldError> missing) {}

    /** @param known profiles whose columns and stages are tried as well */
    Proposed propose(String fileName, List<ImportProfile> known) {
        Map<RowField, Integer> places = places(known);
        Map<String, Stage> stages = new LinkedHashMap<>();
        List<FieldError> missing = new ArrayList<>();
        addStages(values(places.get(RowField.STAGE)), new StageWords(known), stages, missing);
        AmountSurvey amounts = amounts(places);
        if (amounts.isOpen()) {
            missing.add(new FieldError(
                    "decimalMark", "must be POINT or COMMA; the amounts of the file can be read in both ways"));
        }
        ImportProfile profile = profile(fileName, places, stages, amounts);
        List<FieldError> all = new ArrayList<>(ProfileFaults.of(profile));
        all.addAll(missing);
        return new Proposed(profile, all);
    }

    private ImportProfile profile(
            String fileName, Map<RowField, Integer> places, Map<String, Stage> stages, AmountSurvey amounts) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        places.forEach((field, place) ->
                columns.put(field.key(), List.of(header.get(place).strip())));
        String code = code(fileName);
        return new ImportProfile(
                code,
                1,
                "Proposed for " + fileName,
                code,
                TextEncoding.AUTO,
                Separator.AUTO,
                columns,
                partnerBy(values(places.get(RowField.PARTNER))),
                dateFormats(places),
                Objects.requireNonNullElse(amounts.result(DecimalMark.POINT).decimalMark(), DecimalMark.POINT),
                currency(values(places.get(RowField.AMOUNT))),
                stages,
                new Defaults(
                        places.containsKey(RowField.SERVICE) ? null : "Not specified",
                        null,
                        Involvement.STANDARD,
                        null),
                ValueRules.NONE);
    }

    private static String code(String fileName) {
        String code = fileName.toLowerCase(Locale.ROOT)
                .replaceAll("\\.[a-z]{1,4}$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return code.isEmpty() ? "proposed" : code.substring(0, Math.min(code.length(), 64));
    }

    /** Finds a column for each field: first by the names in known profiles, then by words for the field. */
    private Map<RowField, Integer> places(List<ImportProfile> known) {
        Map<RowField, Integer> places = new EnumMap<>(RowField.class);
        Set<Integer> taken = new HashSet<>();
        for (ColumnNames.Match match : ColumnNames.Match.values()) {
            for (RowField field : RowField.values()) {
                List<String> names = known.stream()
                        .flatMap(profile -> profile.columns().getOrDefault(field.key(), List.of()).stream())
                        .toList();
                for (int i = 0; i < header.size() && !places.containsKey(field); i++) {
                    if (!taken.contains(i) && ColumnNames.fits(header.get(i), field, names, match)) {
                        places.put(field, i);
                        taken.add(i);
                    }
                }
            }
        }
        return places;
    }

    private List<String> values(@Nullable Integer place) {
        return place == null
                ? List.of()
                : rows.stream()
                        .map(row -> row.get(place).strip())
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private PartnerBy partnerBy(List<String> called) {
        return called.stream().limit(1).anyMatch(text -> partners.find(text).isPresent())
                ? PartnerBy.ID
                : PartnerBy.NAME;
    }

    private List<String> dateFormats(Map<RowField, Integer> places) {
        List<String> dates = Stream.of(RowField.SUBMITTED_ON, RowField.CLOSED_ON)
                .flatMap(field -> values(places.get(field)).stream())
                .toList();
        List<String> formats = new ArrayList<>();
        for (String pattern : CLEAR_DATES) {
            DateFormats form = new DateFormats(List.of(pattern));
            if (dates.stream().anyMatch(text -> form.parse(text, DateReading.MIXED) != null)) {
                formats.add(pattern);
            }
        }
        OPEN_DATES.forEach(both -> formats.addAll(fitting(both, dates)));
        return formats.isEmpty() ? List.of("yyyy-MM-dd") : formats;
    }

    /** The pattern in the order that the dates show; both if they don't show it; none if the dates have another form. */
    private static List<String> fitting(List<String> both, List<String> dates) {
        DateFormats forms = new DateFormats(both);
        DateSurvey survey = new DateSurvey(forms);
        boolean isAny = false;
        for (String text : dates) {
            survey.add(text);
            isAny |= !forms.readings(text).isEmpty() || forms.parse(text, DateReading.MIXED) != null;
        }
        if (!isAny) {
            return List.of();
        }
        return survey.result()
                .map(DateReading::order)
                .map(order -> List.of(both.get(order == DateOrder.DAY_FIRST ? 0 : 1)))
                .orElse(both);
    }

    /** The currency that the amounts name, if it is one. */
    private static @Nullable String currency(List<String> amounts) {
        List<String> named = amounts.stream()
                .map(text -> AmountText.of(text).map(AmountText::currency).orElse(null))
                .filter(Objects::nonNull)
                .map(symbol -> CurrencySymbols.find(symbol, null))
                .filter(Objects::nonNull)
                .map(CurrencyUnit::getCode)
                .distinct()
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    /** The marks that the amounts show, each in its currency. */
    private AmountSurvey amounts(Map<RowField, Integer> places) {
        AmountSurvey survey = new AmountSurvey();
        Integer place = places.get(RowField.AMOUNT);
        Integer currencyPlace = places.get(RowField.CURRENCY);
        if (place != null) {
            String ofAll = currency(values(place));
            for (List<String> row : rows) {
                String ofRow =
                        currencyPlace == null ? "" : row.get(currencyPlace).strip();
                AmountText.of(row.get(place)).ifPresent(amount -> survey.add(amount, decimals(amount, ofRow, ofAll)));
            }
        }
        return survey;
    }

    private static int decimals(AmountText amount, String ofRow, @Nullable String ofAll) {
        return Stream.of(amount.currency(), ofRow, ofAll)
                .filter(name -> name != null && !name.isEmpty())
                .map(name -> CurrencySymbols.find(name, null))
                .filter(Objects::nonNull)
                .findFirst()
                .map(CurrencyUnit::getDecimalPlaces)
                .orElse(2);
    }

    /** Adds the stages whose names decide what they mean, and asks for the others. */
    private static void addStages(
            List<String> texts, StageWords words, Map<String, Stage> stages, List<FieldError> missing) {
        texts.stream().distinct().limit(MAX_STAGES).forEach(text -> words.find(text)
                .ifPresentOrElse(
                        stage -> stages.put(text, stage),
                        () -> missing.add(new FieldError(
                                "stages." + text,
                                "must be one of %s; its name doesn't say which".formatted(StageWords.choices())))));
    }
}
