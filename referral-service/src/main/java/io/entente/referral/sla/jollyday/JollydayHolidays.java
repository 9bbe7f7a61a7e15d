package io.entente.referral.sla.jollyday;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.entente.referral.sla.calendar.Holidays;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Public holidays from the rules of Jollyday, for the countries and years that the service ships no list for. Jollyday does not know
 * some countries.
 *
 * @see <a href="https://github.com/focus-shift/jollyday">Jollyday</a>
 */
@Component
public class JollydayHolidays implements Holidays {

    /** One per country, at most as many as Jollyday has files. Each keeps its holidays by year. */
    private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();

    @Override
    public boolean include(LocalDate day, String country, @Nullable String region) {
        String[] regions = region == null ? new String[0] : new String[] {region.toLowerCase(Locale.ROOT)};
        return manager(country).isHoliday(day, HolidayType.PUBLIC_HOLIDAY, regions);
    }

    @Override
    public boolean know(String country, @Nullable String region) {
        return HolidayManager.getSupportedCalendarCodes().stream().anyMatch(country::equalsIgnoreCase)
                && (region == null
                        || manager(country)
                                .getCalendarHierarchy()
                                .getChildren()
                                .containsKey(region.toLowerCase(Locale.ROOT)));
    }

    private HolidayManager manager(String country) {
        return managers.computeIfAbsent(
                country.toLowerCase(Locale.ROOT), code -> HolidayManager.getInstance(ManagerParameters.create(code)));
    }
}
