package io.entente.referral.intake.profiles;

import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.referral.facts.Involvement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a CRM's export become referrals: data that a firm changes, not code. Versioned; a version is never edited,
 * and an import keeps the one that it began with.
 *
 * @param code its name in the API, {@code hubspot-deals}
 * @param version from 1
 * @param source whose ids the rows have: the ids of referrals and deals follow from it and the row's own, so that two
 *     profiles of one source, and a CRM's webhooks, mean the same deals
 * @param columns by field ({@link RowField#key()}), the header names that may say it, of which the first found counts
 * @param dateFormats patterns of {@link java.time.format.DateTimeFormatter}, tried in turn
 * @param currency ISO 4217, where a row doesn't say its own
 * @param stages the CRM's names of stages, however they are cased
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
        Defaults defaults) {

    public ImportProfile {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        dateFormats = List.copyOf(dateFormats);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    }

    /** How rows name partners. */
    public enum PartnerBy {
        NAME,
        ID
    }

    /** What stands before an amount's decimals; the other one may group its thousands. */
    public enum DecimalMark {
        POINT('.', ','),
        COMMA(',', '.');

        private final char mark;
        private final char grouping;

        DecimalMark(char mark, char grouping) {
            this.mark = mark;
            this.grouping = grouping;
        }

        char mark() {
            return mark;
        }

        char grouping() {
            return grouping;
        }
    }

    /**
     * What holds where a row doesn't say.
     *
     * @param service as named in the program
     * @param country ISO 3166-1 alpha-2
     * @param lossReason what a lost referral's partner is told
     */
    public record Defaults(
            @Nullable String service,
            @Nullable String country,
            @Nullable Involvement involvement,
            @Nullable String lossReason) {}

    /** Header names that may say a field; empty where the profile has none. */
    List<String> namesOf(RowField field) {
        return columns.getOrDefault(field.key(), List.of());
    }

    /** What a CRM's stage means here; empty where the profile doesn't know it. */
    public Optional<Stage> stageOf(String crmStage) {
        String wanted = crmStage.strip();
        return stages.entrySet().stream()
                .filter(stage -> stage.getKey().equalsIgnoreCase(wanted))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether both say the same, whatever their versions. */
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
                defaults);
    }

    static String normalised(String headerName) {
        return headerName.strip().toLowerCase(Locale.ROOT);
    }
}
