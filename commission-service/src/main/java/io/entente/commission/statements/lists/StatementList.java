package io.entente.commission.statements.lists;

import io.entente.commission.statements.Statement;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;

/** Lists statements. */
public interface StatementList {

    /** Returns a page of the statements that a filter selects, in its order. */
    Page<Statement> page(StatementFilter filter, PageRequest page);
}
