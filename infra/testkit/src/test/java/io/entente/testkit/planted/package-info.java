/** Classes that break each rule, so that the rules are seen to catch them. */
@NullMarked
package io.entente.testkit.planted;

import org.jspecify.annotations.NullMarked;
