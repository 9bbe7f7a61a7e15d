package io.entente.referral.intake.mongo;

import io.entente.referral.intake.csv.Separator;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.ImportProfile;
import io.entente.referral.intake.profiles.ImportProfile.Defaults;
import io.entente.referral.intake.profiles.ImportProfile.PartnerBy;
import io.entente.referral.intake.profiles.Stage;
import io.entente.referral.intake.profiles.ValueRules;
import io.entente.referral.intake.values.DecimalMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a profile.
 *
 * @param version the number of the latest version
 */
record ProfileDocument(@Id String id, int version, List<Version> versions) {

    ImportProfile latest() {
        return versions.get(versions.size() - 1).toProfile(id);
    }

    Optional<ImportProfile> at(int number) {
        return versions.stream()
                .filter(stored -> stored.number() == number)
                .map(stored -> stored.toProfile(id))
                .findFirst();
    }

    /** A list and not a map, because a CRM's name of a stage may contain dots, which a key in a document can't. */
    record NamedStage(String name, Stage stage) {}

    record Version(
            int number,
            String name,
            String source,
            TextEncoding encoding,
            Separator separator,
            Map<String, List<String>> columns,
            PartnerBy partnerBy,
            List<String> dateFormats,
            DecimalMark decimalMark,
            @Nullable String currency,
            List<NamedStage> stages,
            Defaults defaults,
            @Nullable ValueRules rules) {

        static Version of(ImportProfile profile) {
            return new Version(
                    profile.version(),
                    profile.name(),
                    profile.source(),
                    profile.encoding(),
                    profile.separator(),
                    profile.columns(),
                    profile.partnerBy(),
                    profile.dateFormats(),
                    profile.decimalMark(),
                    profile.currency(),
                    profile.stages().entrySet().stream()
                            .map(stage -> new NamedStage(stage.getKey(), stage.getValue()))
                            .toList(),
                    profile.defaults(),
                    profile.rules());
        }

        private Map<String, Stage> stagesByName() {
            Map<String, Stage> byName = new LinkedHashMap<>();
            stages.forEach(stage -> byName.put(stage.name(), stage.stage()));
            return byName;
        }

        ImportProfile toProfile(String code) {
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
                    stagesByName(),
                    defaults,
                    rules == null ? ValueRules.NONE : rules);
        }
    }
}
