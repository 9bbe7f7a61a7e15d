package io.entente.referral.intake.profiles;

import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.values.DecimalMark;
import io.entente.referral.referral.facts.Involvement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Defines how the rows of a CRM's export become referrals. It is data that a firm can change. It is versioned; a version is
 * never edited, and an import keeps the version with which it began.
 *
 * @param code its name in the API, such as {@code hubspot-deals}
 * @param version from 1
 * @param source the source of the rows' ids. The ids of referrals and deals follow from the source and the row's own id, so
 *     two profiles of one source, and a CRM's webhooks, refer to the same deals
 * @param columns by field ({@link RowField#key()}), the header names that can contain it; the first that the file has counts
 * @param dateFormats patterns of {@link java.time.format.DateTimeFormatter}, tried one after the other. If they state both orders
 *     of day and month, the file has to show which is meant
 * @param decimalMark of amounts such as 1,234, if the file doesn't show it
 * @param currency ISO 4217, if a row doesn't name its own
 * @param stages the CRM's names of stages, regardless of case, spaces and marks: "Closed Won" is closed_won. Several names can mean
 *     one stage
 * @param rules constants, fallbacks and the like; none in most profiles
 */
public record ImportProfile(
        String code,
        int version,
        String name,
        String source,
        TextEncoding encoding,
        Separator separator,
        Map<String, List<String>> columns,
        PartnerBy partnerBy,
        List<String> dateFormats,
        DecimalMark decimalMark,
        @Nullable String currency,
        Map<String, Stage> stages,
        Defaults defaults,
        ValueRules rules) {

    public ImportProfile {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        dateFormats = List.copyOf(dateFormats);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        rules = rules == null ? ValueRules.NONE : rules;
    }

    /** How rows identify partners. */
    public enum PartnerBy {
        NAME,
        ID
    }

    /**
     * The values to use if a row doesn't contain them.
     *
     * @param service as named in the program
     * @param country ISO 3166-1 alpha-2
     * @param lossReason what the partner of a lost referral is told
     */
    public record Defaults(
            @Nullable String service,
            @Nullable String country,
            @Nullable Involvement involvement,
            @Nullable String lossReason) {}

    /** The header names that can contain a field; empty if the profile has none. */
    List<String> namesOf(RowField field) {
        return columns.getOrDefault(field.key(), List.of());
    }

    /** The meaning of a CRM's stage; empty if the profile doesn't know the stage. */
    public Optional<Stage> stageOf(String crmStage) {
        return stageKey(crmStage).isEmpty()
                ? Optional.empty()
                : listedStage(crmStage).or(() -> Optional.ofNullable(rules.otherStage()));
    }

    /** The meaning that the profile lists for a CRM's stage; empty if it lists none. */
    public Optional<Stage> listedStage(String crmStage) {
        String wanted = stageKey(crmStage);
        return stages.entrySet().stream()
                .filter(stage -> !wanted.isEmpty() && stageKey(stage.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Letters and digits in lower case. A name of other characters only is itself. */
    static String stageKey(String name) {
        String key = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
        return key.isEmpty() ? name.strip() : key;
    }

    /** Whether both have the same content, regardless of their versions. */
    public boolean saysSameAs(ImportProfile other) {
        return atVersion(0).equals(other.atVersion(0));
    }

    public ImportProfile atVersion(int number) {
        return new ImportProfile(
                code,
                number,
                name,
                source,
                encoding,
                separator,
                columns,
                partnerBy,
                dateFormats,
                decimalMark,
                currency,
                stages,
                defaults,
                rules);
    }

    static String normalised(String headerName) {
        return headerName.strip().toLowerCase(Locale.ROOT);
    }
}
