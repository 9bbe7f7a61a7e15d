package io.entente.commission.bankreports;

/** A file is no bank report that can be read. The message says why and is written for the person who sent it. */
public final class UnreadableReportException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableReportException(String why) {
        super(why);
    }
}
