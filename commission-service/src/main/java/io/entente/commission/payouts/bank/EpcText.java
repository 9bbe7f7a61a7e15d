package io.entente.commission.payouts.bank;

import io.entente.commission.payees.bankform.BankForm;
import io.entente.commission.payees.bankform.BankText;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules for the text of one element. */
final class EpcText {

    private static final int MAX_CHARACTERS = 140;
    private static final int MAX_ID_CHARACTERS = 35;

    private static final Map<String, Integer> LIMITS = Map.of(
            "MsgId", MAX_ID_CHARACTERS,
            "PmtInfId", MAX_ID_CHARACTERS,
            "InstrId", MAX_ID_CHARACTERS,
            "EndToEndId", MAX_ID_CHARACTERS,
            "Nm", BankForm.MAX_SEPA_NAME_CHARACTERS,
            "Id", MAX_ID_CHARACTERS,
            "StrtNm", 70,
            "PstCd", 16,
            "TwnNm", MAX_ID_CHARACTERS);

    private EpcText() {}

    /** The maximum number of characters of an element. */
    static int limit(String element) {
        return LIMITS.getOrDefault(element, MAX_CHARACTERS);
    }

    /** The rule that a text breaks. The sentence doesn't contain the text, which may be personal. */
    static Optional<String> violation(String element, String text, int maxCharacters) {
        OptionalInt foreign =
                text.codePoints().filter(point -> !BankText.isAllowed(point)).findFirst();
        if (foreign.isPresent()) {
            return Optional.of("%s contains the character U+%04X, which is not in the EPC's set."
                    .formatted(element, foreign.getAsInt()));
        }
        if (text.isBlank() || !text.equals(text.strip())) {
            return Optional.of("%s is empty, or begins or ends with a space.".formatted(element));
        }
        if (text.startsWith("/") || text.endsWith("/") || text.contains("//")) {
            return Optional.of("%s begins or ends with a slash, or contains two in a row.".formatted(element));
        }
        return text.length() > maxCharacters
                ? Optional.of("%s is longer than %d characters.".formatted(element, maxCharacters))
                : Optional.empty();
    }
}
