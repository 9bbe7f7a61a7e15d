package io.entente.referral.intake;

import java.time.Duration;

/**
 * The bounds of imports, in {@code entente.referral.intake}. The size of a file is limited by {@code
 * spring.servlet.multipart.max-file-size}.
 *
 * @param maxWaitingImports imports that an instance accepts, running or waiting; beyond that, an upload gets a 503
 * @param maxRows the most rows of a file; a larger file is refused as a whole
 * @param maxColumns the most columns of a file
 * @param maxRowCharacters the most characters of a row, because an unclosed quotation mark would turn the rest of the file
 *     into one row
 * @param maxRejects the most rejected rows of an import; beyond that the import fails, because the profile or the file must
 *     be wrong
 * @param pageRows rows in memory at a time
 * @param workers concurrent writes; more than the store handles at a time has no effect
 * @param keepRejects how long the rejected rows of an import can be downloaded after its end
 */
public record IntakeSettings(
        int maxWaitingImports,
        long maxRows,
        int maxColumns,
        int maxRowCharacters,
        long maxRejects,
        int pageRows,
        int workers,
        Duration keepRejects) {

    public IntakeSettings {
        if (maxWaitingImports < 1
                || maxRows < 1
                || maxColumns < 1
                || maxRowCharacters < 1
                || maxRejects < 1
                || pageRows < 1
                || workers < 1
                || keepRejects.isNegative()) {
            throw new IllegalArgumentException("All bounds in entente.referral.intake must be positive");
        }
    }
}
