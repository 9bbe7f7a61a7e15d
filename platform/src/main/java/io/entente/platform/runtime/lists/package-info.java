/** Lists of stored items that are searched, filtered and sorted on a bounded number of indexes. */
@NullMarked
package io.entente.platform.runtime.lists;

import org.jspecify.annotations.NullMarked;
