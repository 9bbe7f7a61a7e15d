package io.entente.commission.partners;

/** A partner's id; opaque. */
public record PartnerId(String value) implements Comparable<PartnerId> {

    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
