package io.entente.referral.sla.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the public holidays. */
public interface Holidays {

    /** No public holidays at all. */
    Holidays NONE = new Holidays() {
        @Override
        public boolean include(LocalDate day, String country, @Nullable String region) {
            return false;
        }

        @Override
        public boolean know(String country, @Nullable String region) {
            return false;
        }
    };

    /**
     * Whether a day is a public holiday.
     *
     * @param country ISO 3166-1 alpha-2, such as {@code MY}
     * @param region the second part of the region's ISO 3166-2 code, such as {@code 14} for Kuala Lumpur; null for the
     *     holidays that all regions share
     */
    boolean include(LocalDate day, String country, @Nullable String region);

    /** The last day for which the holidays are on a list; empty if they follow from rules, or are not known. */
    default Optional<LocalDate> knownUntil(String country, @Nullable String region) {
        return Optional.empty();
    }

    /** Whether the holidays of a country, and of a region in it, are known. */
    boolean know(String country, @Nullable String region);
}
