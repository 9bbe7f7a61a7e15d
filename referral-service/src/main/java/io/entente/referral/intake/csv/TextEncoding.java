package io.entente.referral.intake.csv;

/** The encoding of a file's text. */
public enum TextEncoding {
    /** UTF-8 if the whole file is valid UTF-8, otherwise Windows-1252, in which spreadsheets on Windows save CSV. */
    AUTO,
    UTF_8,
    WINDOWS_1252
}
