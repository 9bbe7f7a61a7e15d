package io.entente.systemtests;

import java.util.Random;

/** Provides the random choices of tests. All follow from one number, which is printed and can be repeated with {@code -Dseed=}. */
final class Seed {

    private static final long VALUE = Long.getLong("seed", System.nanoTime() & 0xffff_ffffL);

    private Seed() {}

    /** The source of a test's choices, which are the same for the same seed and test. */
    static Random of(String test) {
        System.out.printf("%s: seed %d (again with -Dseed=%d -Dit.test=%s)%n", test, VALUE, VALUE, test);
        return new Random(VALUE * 31 + test.hashCode());
    }
}
