package io.entente.referral.intake;

import java.time.Duration;

/**
 * The bounds of imports, in {@code entente.referral.intake}. The size of a file is bounded by {@code
 * spring.servlet.multipart.max-file-size}.
 *
 * @param maxWaitingImports the maximum number of imports that are running or waiting; an upload beyond that is refused
 * @param maxRows the maximum number of rows of a file; a file with more is refused as a whole
 * @param maxColumns the maximum number of columns of a file
 * @param maxRowCharacters the maximum number of characters of a row; without this bound an unclosed quote would make one row of the rest
 * @param maxRejects the maximum number of rejected rows of an import; beyond that it fails, because its file or its profile must be wrong
 * @param pageRows the rows that are in memory at the same time
 * @param keepRejects how long the rejected rows can be fetched after the end of an import
 */
public record IntakeSettings(
        int maxWaitingImports,
        long maxRows,
        int maxColumns,
        int maxRowCharacters,
        long maxRejects,
        int pageRows,
        Duration keepRejects) {

    public IntakeSettings {
        if (maxWaitingImports < 1
                || maxRows < 1
                || maxColumns < 1
                || maxRowCharacters < 1
                || maxRejects < 1
                || pageRows < 1
                || keepRejects.isNegative()) {
            throw new IllegalArgumentException("Every bound in entente.referral.intake must be positive");
        }
    }
}
