package io.entente.referral.intake.values;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the order of day and month from all dates of a file, because 03/04/2026 on its own can be read in two ways. Dates that can be
 * read in only one way are evidence. Without any, the order that the profile states counts.
 */
public final class DateSurvey {

    private final DateFormats formats;
    private final Map<DateOrder, Integer> shown = new EnumMap<>(DateOrder.class);
    private String open = "";

    public DateSurvey(DateFormats formats) {
        this.formats = formats;
    }

    /** Adds a date. A text that is none is ignored. */
    public void add(String text) {
        Map<DateOrder, LocalDate> readings = formats.readings(text);
        if (readings.size() == 1) {
            shown.merge(readings.keySet().iterator().next(), 1, Integer::sum);
        } else if (readings.size() > 1 && open.isEmpty()) {
            open = text;
        }
    }

    /** The first date that can be read in two ways; empty if there is none. */
    public String open() {
        return open;
    }

    /** The result; empty if somebody has to say which order is meant. */
    public Optional<DateReading> result() {
        if (!shown.isEmpty()) {
            return Optional.of(Majority.of(shown).map(DateReading::new).orElse(DateReading.MIXED));
        }
        if (open.isEmpty()) {
            return Optional.of(DateReading.MIXED);
        }
        if (formats.stated().size() == 1) {
            return Optional.of(formats.assumed());
        }
        return Optional.empty();
    }
}
