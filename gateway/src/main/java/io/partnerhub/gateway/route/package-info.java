/** Which path belongs to which service, and how a request travels there. */
@NullMarked
package io.partnerhub.gateway.route;

import org.jspecify.annotations.NullMarked;
