@NullMarked
package io.entente.testkit.planted.delta.mongo;

import org.jspecify.annotations.NullMarked;
