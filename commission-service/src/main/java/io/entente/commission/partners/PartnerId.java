package io.entente.commission.partners;

/** The id of a partner. Its content has no meaning for this service. */
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
