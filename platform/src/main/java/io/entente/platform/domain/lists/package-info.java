/** Lists that are searched, filtered and sorted: words in the form in which they are compared, and keys that sort as text. */
@NullMarked
package io.entente.platform.domain.lists;

import org.jspecify.annotations.NullMarked;
