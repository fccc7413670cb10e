/**
 * The services behind the gateway: their names, addresses and the questions the gateway
 * asks them.
 */
@NullMarked
package io.partnerhub.gateway.peer;

import org.jspecify.annotations.NullMarked;
