/** Examples of how other systems read Entente's events. Tests run them. They use the contracts and no class of Entente's. */
@NullMarked
package io.entente.examples;

import org.jspecify.annotations.NullMarked;
