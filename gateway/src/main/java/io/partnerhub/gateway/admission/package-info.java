/**
 * The order of the checks between the edge and the route: who, how often, not a replay.
 */
@NullMarked
package io.partnerhub.gateway.admission;

import org.jspecify.annotations.NullMarked;
