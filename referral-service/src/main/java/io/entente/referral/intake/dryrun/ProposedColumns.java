package io.entente.referral.intake.dryrun;

import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.intake.profiles.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the column of each field of a file. Names in known profiles precede words for the field. Of several columns that fit
 * equally, the one with what really happened precedes the one with what is expected, and an empty column comes last.
 */
final class ProposedColumns {

    private final List<String> header;
    private final IntFunction<List<String>> values;
    private final Map<RowField, List<String>> namesInProfiles = new EnumMap<>(RowField.class);
    private final StageWords words;
    private final Map<RowField, Integer> places = new EnumMap<>(RowField.class);
    private final Map<RowField, List<Integer>> fallbacks = new EnumMap<>(RowField.class);
    private final Set<Integer> taken = new HashSet<>();

    /** @param values the texts of a column */
    ProposedColumns(
            List<String> header, IntFunction<List<String>> values, List<ImportProfile> known, StageWords words) {
        this.header = header;
        this.values = values;
        this.words = words;
        for (RowField field : RowField.values()) {
            namesInProfiles.put(
                    field,
                    known.stream()
                            .flatMap(profile -> profile.columns().getOrDefault(field.key(), List.of()).stream())
                            .toList());
        }
        findStage();
        for (ColumnNames.Match match : ColumnNames.Match.values()) {
            for (RowField field : RowField.values()) {
                find(field, match);
            }
        }
        addFallbacks();
    }

    /** The columns by field; a field without one is missing. */
    Map<RowField, Integer> places() {
        return places;
    }

    /** Further columns of a field, for rows in which its own column is empty. */
    Map<RowField, List<Integer>> fallbacks() {
        return fallbacks;
    }

    private void find(RowField field, ColumnNames.Match match) {
        if (!places.containsKey(field)) {
            IntStream.range(0, header.size())
                    .boxed()
                    .filter(place -> !taken.contains(place) && fits(place, field, match))
                    .min(Comparator.comparingInt(place -> rank(place, field)))
                    .ifPresent(place -> take(field, place));
        }
    }

    private void take(RowField field, int place) {
        places.put(field, place);
        taken.add(place);
    }

    private boolean fits(int place, RowField field, ColumnNames.Match match) {
        return ColumnNames.fits(header.get(place), field, namesInProfiles.getOrDefault(field, List.of()), match);
    }

    private Optional<ColumnNames.Match> match(int place, RowField field) {
        return Stream.of(ColumnNames.Match.values())
                .filter(match -> fits(place, field, match))
                .findFirst();
    }

    /** Lower is better. */
    private int rank(int place, RowField field) {
        String name = header.get(place);
        boolean isOfCurrency =
                field == RowField.AMOUNT && match(place, RowField.CURRENCY).isPresent();
        return (values.apply(place).isEmpty() ? 8 : 0)
                + (isOfCurrency ? 4 : 0)
                + (ColumnNames.isOfWhatIsExpected(name) ? 2 : 0)
                - (ColumnNames.isOfWhatHappened(name) ? 1 : 0);
    }

    /** A CRM may say in one column how far a deal is and in another whether it is won. The one whose values decide counts. */
    private void findStage() {
        Comparator<Integer> order = Comparator.<Integer>comparingDouble(this::shareWithoutStage)
                .thenComparing(place -> !showsEnd(place))
                .thenComparing(place -> -stages(place).size())
                .thenComparing(place -> match(place, RowField.STAGE).orElseThrow());
        IntStream.range(0, header.size())
                .boxed()
                .filter(place -> match(place, RowField.STAGE).isPresent())
                .min(order)
                .ifPresent(place -> take(RowField.STAGE, place));
    }

    private double shareWithoutStage(int place) {
        List<String> texts = values.apply(place).stream().distinct().toList();
        long without = texts.stream().filter(text -> words.find(text).isEmpty()).count();
        return texts.isEmpty() ? 1 : (double) without / texts.size();
    }

    private Set<Stage> stages(int place) {
        return values.apply(place).stream()
                .distinct()
                .flatMap(text -> words.find(text).stream())
                .collect(Collectors.toSet());
    }

    private boolean showsEnd(int place) {
        return stages(place).stream().anyMatch(Stage::isClosed);
    }

    /** Some CRMs have a column for the date of a deal that was won and another one for that of a deal that was lost. */
    private void addFallbacks() {
        if (!places.containsKey(RowField.CLOSED_ON)) {
            return;
        }
        List<Integer> further = new ArrayList<>();
        IntStream.range(0, header.size())
                .filter(place -> !taken.contains(place)
                        && match(place, RowField.CLOSED_ON).isPresent()
                        && !ColumnNames.isOfWhatIsExpected(header.get(place))
                        && !values.apply(place).isEmpty())
                .forEach(further::add);
        if (!further.isEmpty()) {
            fallbacks.put(RowField.CLOSED_ON, further);
        }
    }
}
