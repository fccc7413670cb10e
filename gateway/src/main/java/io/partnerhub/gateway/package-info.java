/**
 * The one door of the hub: turns every identity into the internal token, limits, routes
 * to the services and serves the reference pages. It knows no business.
 */
@NullMarked
package io.partnerhub.gateway;

import org.jspecify.annotations.NullMarked;
