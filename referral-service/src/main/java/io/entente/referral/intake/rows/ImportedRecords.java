package io.entente.referral.intake.rows;

import java.util.List;

/** Hears of the records of a CRM whose referrals an import has stored, because their deals may have been reported before. */
public interface ImportedRecords {

    /**
     * Links the deals of these records to their referrals, and applies what waits. Repeating it changes nothing.
     *
     * @param source of the ids
     */
    void stored(String source, List<String> ids);
}
