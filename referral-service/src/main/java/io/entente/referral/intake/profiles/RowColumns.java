package io.entente.referral.intake.profiles;

import io.entente.platform.csv.SpreadsheetText;
import io.entente.platform.domain.PlainText;
import io.entente.referral.intake.csv.UnreadableFileException;
import io.entente.referral.intake.profiles.ValueRules.ValueRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the columns of a file that contain a profile's fields, and takes the values of a row from them. */
final class RowColumns {

    private final ImportProfile profile;
    private final List<String> header;
    private final Map<RowField, Integer> places = new EnumMap<>(RowField.class);
    private final Map<RowField, List<Integer>> fallbacks = new EnumMap<>(RowField.class);
    private final Map<RowField, String> names = new EnumMap<>(RowField.class);

    /** @throws UnreadableFileException if the header lacks a column or names one twice */
    RowColumns(ImportProfile profile, List<String> header) throws UnreadableFileException {
        this.profile = profile;
        this.header = header.stream().map(String::strip).toList();
        Map<String, List<Integer>> placesByName = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            placesByName
                    .computeIfAbsent(ImportProfile.normalised(header.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        for (RowField field : RowField.values()) {
            locate(field, placesByName);
            List<Integer> further = new ArrayList<>();
            for (String name : profile.rules().of(field).fallbacks()) {
                find(name, placesByName).ifPresent(further::add);
            }
            fallbacks.put(field, further);
        }
        requireColumns();
    }

    private void locate(RowField field, Map<String, List<Integer>> placesByName) throws UnreadableFileException {
        for (String name : profile.namesOf(field)) {
            Optional<Integer> found = find(name, placesByName);
            if (found.isPresent()) {
                places.put(field, found.get());
                names.put(field, header.get(found.get()));
                return;
            }
        }
    }

    private static Optional<Integer> find(String name, Map<String, List<Integer>> placesByName)
            throws UnreadableFileException {
        List<Integer> found = placesByName.getOrDefault(ImportProfile.normalised(name), List.of());
        if (found.size() > 1) {
            throw new UnreadableFileException("The header names the column %s twice.".formatted(name));
        }
        return found.stream().findFirst();
    }

    private void requireColumns() throws UnreadableFileException {
        List<String> missing = Stream.of(RowField.values())
                .filter(field -> !places.containsKey(field) && isNeeded(field))
                .map(field -> String.join(" or ", profile.namesOf(field)))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFileException(
                    "The header has no column(s) %s, which the profile %s needs. Perhaps the file belongs to another profile, or its separator is not %s."
                            .formatted(String.join(", ", missing), profile.code(), profile.separator()));
        }
    }

    /** A column that the profile names can be missing only if there is a default value. */
    private boolean isNeeded(RowField field) {
        return !profile.namesOf(field).isEmpty()
                && !profile.rules().of(field).givesAlways()
                && fallbacks.getOrDefault(field, List.of()).isEmpty()
                && switch (field) {
                    case SERVICE -> profile.defaults().service() == null;
                    case CURRENCY -> profile.currency() == null;
                    case DOMAIN, COUNTRY, INVOLVEMENT, LOSS_REASON -> false;
                    default -> true;
                };
    }

    int width() {
        return header.size();
    }

    /** The file's name of a field, or the profile's own name if the file has no such column. */
    String name(RowField field) {
        return names.getOrDefault(field, field.key());
    }

    Map<RowField, String> names() {
        return names;
    }

    /** The columns from which a field can get its value, in the order in which they are tried; none if it is a constant. */
    Set<String> sources(RowField field) {
        Set<String> sources = new LinkedHashSet<>();
        if (profile.rules().of(field).constant() == null) {
            place(field).map(header::get).ifPresent(sources::add);
            fallbacks.getOrDefault(field, List.of()).forEach(place -> sources.add(header.get(place)));
        }
        return sources;
    }

    /** The name of the column that has a row's value of a field, for messages. Without a value, it is the field's own column. */
    String name(List<String> values, RowField field) {
        return valuePlace(values, field).map(header::get).orElseGet(() -> name(field));
    }

    /** The value of a field as the rule for text stores it; empty if the row has none. */
    String value(List<String> values, RowField field) {
        return PlainText.of(entered(values, field));
    }

    /** The value of a field as it is in the file, without white space around it; empty if the row has none. */
    String entered(List<String> values, RowField field) {
        ValueRule rule = profile.rules().of(field);
        if (rule.constant() != null) {
            return rule.constant();
        }
        return valuePlace(values, field)
                .map(place -> valueAt(values, place))
                .orElseGet(() -> rule.otherwise() == null ? "" : rule.otherwise());
    }

    /** The first place that has a value. */
    private Optional<Integer> valuePlace(List<String> values, RowField field) {
        return Stream.concat(place(field).stream(), fallbacks.getOrDefault(field, List.of()).stream())
                .filter(place -> !valueAt(values, place).isEmpty())
                .findFirst();
    }

    /** The place of a field's own column in the file; empty if the file has none. */
    Optional<Integer> place(RowField field) {
        return Optional.ofNullable(places.get(field));
    }

    private static String valueAt(List<String> values, int place) {
        String text = place < values.size()
                ? SpreadsheetText.original(values.get(place)).strip()
                : "";
        return PlainText.of(text).isEmpty() ? "" : text;
    }
}
