@NullMarked
package io.entente.testkit.planted.delta.web;

import org.jspecify.annotations.NullMarked;
