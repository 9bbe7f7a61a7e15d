package io.entente.referral.intake.lists;

import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;
import io.entente.referral.intake.Import;

/** Finds imports. */
public interface ImportList {

    /** A page of the imports that a filter selects, in its order. */
    Page<Import> list(ImportFilter filter, PageRequest page);
}
