package io.entente.platform.apikeys.web;

/**
 * A new API key.
 *
 * @param key what the system sends as its bearer token; it is shown only now
 * @param details everything else about it
 */
record NewApiKeyView(String key, ApiKeyView details) {}
