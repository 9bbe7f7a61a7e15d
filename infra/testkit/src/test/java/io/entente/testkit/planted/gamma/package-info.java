@NullMarked
package io.entente.testkit.planted.gamma;

import org.jspecify.annotations.NullMarked;
