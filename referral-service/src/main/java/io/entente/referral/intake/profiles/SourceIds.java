package io.entente.referral.intake.profiles;

import io.entente.platform.domain.DerivedId;
import io.entente.referral.referral.ReferralId;
import java.util.regex.Pattern;

/** Derives ids from a CRM's own ids, so that the same deal from any file or webhook can't create a second one. */
public final class SourceIds {

    private static final String SALESFORCE = "salesforce";

    /**
     * Salesforce ids have 15 characters in reports and 18 in its API. The last three are a checksum of the case of the
     * others.
     *
     * @see <a
     *     href="https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/field_types.htm">ID
     *     field type</a>
     */
    private static final Pattern SALESFORCE_LONG_ID = Pattern.compile("[0-9A-Za-z]{18}");

    private static final int SALESFORCE_ID_CHARACTERS = 15;

    private SourceIds() {}

    /** The normalised form of an id that the source writes in several ways. */
    public static String normalised(String source, String id) {
        return source.equals(SALESFORCE) && SALESFORCE_LONG_ID.matcher(id).matches()
                ? id.substring(0, SALESFORCE_ID_CHARACTERS)
                : id;
    }

    public static ReferralId referralId(String source, String id) {
        return new ReferralId(DerivedId.of(ReferralId.PREFIX, "import", source, normalised(source, id)));
    }

    public static String dealId(String source, String id) {
        return DerivedId.of("deal", "import", source, normalised(source, id));
    }
}
