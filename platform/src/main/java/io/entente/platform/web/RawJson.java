package io.entente.platform.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that was written before and is sent as it is. */
record RawJson(@JsonValue @JsonRawValue String json) {}
