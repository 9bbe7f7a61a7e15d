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
import io.entente.referral.intake.profiles.ValueRules.ValueRule;
import io.entente.referral.intake.values.AmountSurvey;
import io.entente.referral.intake.values.AmountText;
import io.entente.referral.intake.values.CurrencySymbols;
import io.entente.referral.intake.values.DecimalMark;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.facts.Involvement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Proposes a profile for a file from its header and some of its rows. A person checks it before it is used. */
final class ProfileProposal {

    private static final int MAX_STAGES = 50;

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
        StageWords words = new StageWords(known);
        ProposedColumns columns = new ProposedColumns(header, this::values, known, words);
        Map<RowField, Integer> places = columns.places();
        Map<String, Stage> stages = new LinkedHashMap<>();
        List<FieldError> missing = new ArrayList<>();
        addStages(values(places.get(RowField.STAGE)), words, stages, missing);
        ProposedDates dates = new ProposedDates(dates(places, columns.fallbacks()));
        dates.unreadable()
                .ifPresent(text -> missing.add(new FieldError(
                        "dateFormats", "must contain a pattern for dates such as '%s'".formatted(text))));
        dates.openOrder()
                .ifPresent(text -> missing.add(new FieldError(
                        "dateFormats",
                        "must have day and month in one order; dates of the file such as '%s' can be read in both ways"
                                .formatted(text))));
        AmountSurvey amounts = amounts(places);
        if (amounts.isOpen()) {
            missing.add(new FieldError(
                    "decimalMark", "must be POINT or COMMA; the amounts of the file can be read in both ways"));
        }
        ImportProfile profile = profile(fileName, columns, stages, amounts, dates.formats());
        List<FieldError> all = new ArrayList<>(ProfileFaults.of(profile));
        all.addAll(missing);
        return new Proposed(profile, all);
    }

    private ImportProfile profile(
            String fileName,
            ProposedColumns found,
            Map<String, Stage> stages,
            AmountSurvey amounts,
            List<String> dateFormats) {
        Map<RowField, Integer> places = found.places();
        Map<String, List<String>> columns = new LinkedHashMap<>();
        places.forEach((field, place) -> columns.put(field.key(), List.of(name(place))));
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
                dateFormats,
                Objects.requireNonNullElse(amounts.result(DecimalMark.POINT).decimalMark(), DecimalMark.POINT),
                currency(values(places.get(RowField.AMOUNT))),
                stages,
                new Defaults(
                        places.containsKey(RowField.SERVICE) ? null : "Not specified",
                        null,
                        Involvement.STANDARD,
                        null),
                rules(found.fallbacks()));
    }

    private String name(int place) {
        return header.get(place).strip();
    }

    private ValueRules rules(Map<RowField, List<Integer>> fallbacks) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        fallbacks.forEach((field, places) -> rules.put(
                field.key(), new ValueRule(null, places.stream().map(this::name).toList(), null)));
        return rules.isEmpty() ? ValueRules.NONE : new ValueRules(rules, null, null);
    }

    private static String code(String fileName) {
        String code = fileName.toLowerCase(Locale.ROOT)
                .replaceAll("\\.[a-z]{1,4}$", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return code.isEmpty() ? "proposed" : code.substring(0, Math.min(code.length(), 64));
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

    private List<String> dates(Map<RowField, Integer> places, Map<RowField, List<Integer>> fallbacks) {
        return Stream.of(RowField.SUBMITTED_ON, RowField.CLOSED_ON)
                .flatMap(field -> Stream.concat(
                        Stream.ofNullable(places.get(field)), fallbacks.getOrDefault(field, List.of()).stream()))
                .flatMap(place -> values(place).stream())
                .toList();
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
