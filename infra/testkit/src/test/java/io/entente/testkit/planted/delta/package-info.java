@NullMarked
package io.entente.testkit.planted.delta;

import org.jspecify.annotations.NullMarked;
