package io.entente.commission.partners;

import io.entente.platform.domain.lists.SearchText;
import java.util.List;

/** Finds partners by their names, so that lists which only know ids can be searched by them. */
public interface PartnerNames {

    /** More partners than this aren't found; whoever searches has to write more of the name. */
    int MOST = 15;

    /** Returns the partners whose names have these words, {@value #MOST} at most. */
    List<PartnerId> named(SearchText text);
}
