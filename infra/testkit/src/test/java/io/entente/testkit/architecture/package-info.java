@NullMarked
package io.entente.testkit.architecture;

import org.jspecify.annotations.NullMarked;
