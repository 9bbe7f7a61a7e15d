/** How other systems read what Entente says: examples that tests run. They know the contracts, and no class of Entente's. */
@NullMarked
package io.entente.examples;

import org.jspecify.annotations.NullMarked;
