/** The rules of the architecture. Each is shown to catch a planted violation by this module's own tests. */
@NullMarked
package io.entente.testkit.architecture;

import org.jspecify.annotations.NullMarked;
