package io.entente.referral.intake.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;

/** A file that is generated while it is read, and counts how much has been read. */
final class GeneratedFile extends InputStream {

    static final String HEADER = "a,b,c\n";

    private final int rows;
    private byte[] line = HEADER.getBytes(UTF_8);
    private int position;
    private int made;
    private long handedOut;

    GeneratedFile(int rows) {
        this.rows = rows;
    }

    long handedOut() {
        return handedOut;
    }

    @Override
    public int read() {
        if (position == line.length) {
            if (made == rows) {
                return -1;
            }
            line = "row %d,some text that is a bit longer,x\n".formatted(made++).getBytes(UTF_8);
            position = 0;
        }
        handedOut++;
        return line[position++] & 0xff;
    }
}
