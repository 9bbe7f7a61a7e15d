package io.entente.partner.qualification;

import io.entente.platform.domain.DerivedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What has been found out about a partner before somebody decides on the partnership.
 *
 * @param version 0 if nobody has found out anything, increased by one with every change
 * @param sequence the number of its last event
 */
public record Qualification(
        String id, long version, long sequence, String partnerId, Assessment assessment, List<Reference> references) {

    public Qualification {
        references = List.copyOf(references);
    }

    /** The id of a partner's qualification. A partner has one. */
    public static String idOf(String partnerId) {
        return DerivedId.of("qua", partnerId);
    }

    /** A partner of whom nobody has found out anything. */
    public static Qualification none(String partnerId) {
        return new Qualification(idOf(partnerId), 0, 0, partnerId, Assessment.NONE, List.of());
    }

    public Optional<Reference> reference(String referenceId) {
        return references.stream()
                .filter(reference -> reference.id().equals(referenceId))
                .findFirst();
    }

    Qualification assessed(Assessment found) {
        return new Qualification(id, version + 1, sequence + 1, partnerId, found, references);
    }

    Qualification with(Reference reference) {
        List<Reference> all = new ArrayList<>(references);
        all.add(reference);
        return new Qualification(id, version + 1, sequence + 1, partnerId, assessment, all);
    }

    /** The same without a person in its texts. */
    Qualification redacted(UnaryOperator<String> withoutPerson) {
        Assessment known = assessment.redacted(withoutPerson);
        List<Reference> said = references.stream()
                .map(reference -> reference.redacted(withoutPerson))
                .toList();
        return known.equals(assessment) && said.equals(references)
                ? this
                : new Qualification(id, version + 1, sequence, partnerId, known, said);
    }

    /** The same without any text, because a text may name a person. */
    Qualification erased() {
        return new Qualification(id, version + 1, sequence, partnerId, Assessment.NONE, List.of());
    }
}
