package io.entente.platform.apikeys.mongo;

import org.springframework.data.annotation.Id;

/**
 * A name and the key that it belongs to for ever.
 *
 * @param name in small letters
 * @param key the key's id
 */
record ApiKeyName(@Id String name, String key) {}
