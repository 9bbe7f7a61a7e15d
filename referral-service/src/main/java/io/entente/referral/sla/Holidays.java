package io.entente.referral.sla;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which days are public holidays. */
public interface Holidays {

    /** No day is one. */
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
     * Whether a day is one.
     *
     * @param country ISO 3166-1 alpha-2, {@code MY}
     * @param region the second part of its ISO 3166-2 code, {@code 14} for Kuala Lumpur; null for what all regions keep
     */
    boolean include(LocalDate day, String country, @Nullable String region);

    /** Whether the holidays of a country, and of a region of it, are known. */
    boolean know(String country, @Nullable String region);
}
