package io.entente.referral.intake;

import java.time.Duration;

/**
 * The bounds of imports, in {@code entente.referral.intake}. How large a file may be is {@code
 * spring.servlet.multipart.max-file-size}.
 *
 * @param maxWaitingImports imports that an instance holds, running or waiting; one more gets 503
 * @param maxRows of a file; one with more is refused whole
 * @param maxColumns of a file
 * @param maxRowCharacters of one row; a quote that is never closed would make the rest of the file one
 * @param maxRejects of an import; one more and it fails where it is, since its profile or its file is the wrong one
 * @param pageRows rows in memory at once
 * @param workers writes under way at once; more than the store answers at once gains nothing
 * @param keepRejects how long an import's rejected rows can be fetched, from its end
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
            throw new IllegalArgumentException("entente.referral.intake has a bound that is not positive");
        }
    }
}
