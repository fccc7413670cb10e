/**
 * The whole hub on one machine without Docker: engines, identity provider, mail catcher,
 * all services and the gateway, started and stopped as one. The launcher script runs it,
 * and tests use it as a library.
 */
@NullMarked
package io.partnerhub.localhub;

import org.jspecify.annotations.NullMarked;
