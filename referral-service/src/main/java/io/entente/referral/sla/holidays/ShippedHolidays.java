package io.entente.referral.sla.holidays;

import io.entente.referral.sla.calendar.Holidays;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Public holidays from the lists that the service ships, and from another source for all other countries, regions and years. The
 * lists contain what a government announces each year, such as days that follow the moon or are moved, which rules alone don't
 * know.
 */
public final class ShippedHolidays implements Holidays {

    private static final int MONTH_END = 31;

    private final Holidays others;
    private final Map<String, Optional<HolidayList>> lists = new ConcurrentHashMap<>();

    public ShippedHolidays(Holidays others) {
        this.others = others;
    }

    @Override
    public boolean include(LocalDate day, String country, @Nullable String region) {
        Optional<HolidayList> list = list(country, region);
        if (list.isPresent() && list.get().covers(day)) {
            return list.get().include(day, region);
        }
        return others.know(country, region) && others.include(day, country, region);
    }

    @Override
    public boolean know(String country, @Nullable String region) {
        return list(country, region).isPresent() || others.know(country, region);
    }

    @Override
    public Optional<LocalDate> knownUntil(String country, @Nullable String region) {
        return list(country, region).map(list -> LocalDate.of(list.lastYear(), Month.DECEMBER, MONTH_END));
    }

    private Optional<HolidayList> list(String country, @Nullable String region) {
        return lists.computeIfAbsent(country.toUpperCase(Locale.ROOT), HolidayList::of)
                .filter(list -> list.knows(region));
    }
}
