package io.entente.commission.bankreports.lists;

import io.entente.commission.bankreports.BankReport;
import io.entente.platform.domain.Page;
import io.entente.platform.domain.PageRequest;

/** Lists reports of banks. */
public interface ReportList {

    /** Returns a page of the reports that a filter selects, in its order. */
    Page<BankReport> page(ReportFilter filter, PageRequest page);
}
