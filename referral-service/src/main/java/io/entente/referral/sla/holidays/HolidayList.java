package io.entente.referral.sla.holidays;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of one country for some years, from a file in {@code sla/holidays} that {@code lists/update.py} writes.
 *
 * @param regions the regions that the list knows, in upper case
 * @param days by region; {@link #NO_REGION} for the country as a whole
 */
record HolidayList(int firstYear, int lastYear, Set<String> regions, Map<String, Set<LocalDate>> days) {

    private static final String NO_REGION = "-";
    private static final String EVERYWHERE = "*";

    /** Reads the list of a country; empty if there is none. */
    static Optional<HolidayList> of(String country) {
        String resource = "/sla/holidays/%s.txt".formatted(country.toUpperCase(Locale.ROOT));
        try (InputStream content = HolidayList.class.getResourceAsStream(resource)) {
            if (content == null) {
                return Optional.empty();
            }
            return Optional.of(parsed(new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HolidayList parsed(List<String> lines) {
        String[] years = lines.get(0).split(" ", -1);
        Set<String> regions = new HashSet<>();
        for (String region : lines.get(1).split(" ", -1)) {
            if (!region.isEmpty() && !region.equals("regions")) {
                regions.add(region);
            }
        }
        Map<String, Set<LocalDate>> days = new HashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            String[] parts = line.split(" ", 3);
            LocalDate day = LocalDate.parse(parts[0]);
            if (parts[1].equals(EVERYWHERE)) {
                regions.forEach(region -> add(days, region, day));
                add(days, NO_REGION, day);
            } else {
                List.of(parts[1].split(",", -1)).forEach(region -> add(days, region, day));
            }
        }
        return new HolidayList(Integer.parseInt(years[1]), Integer.parseInt(years[2]), regions, days);
    }

    private static void add(Map<String, Set<LocalDate>> days, String region, LocalDate day) {
        days.computeIfAbsent(region, same -> new HashSet<>()).add(day);
    }

    boolean covers(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    boolean knows(@Nullable String region) {
        return region == null || regions.contains(region.toUpperCase(Locale.ROOT));
    }

    boolean include(LocalDate day, @Nullable String region) {
        String key = region == null ? NO_REGION : region.toUpperCase(Locale.ROOT);
        return days.getOrDefault(key, Set.of()).contains(day);
    }
}
