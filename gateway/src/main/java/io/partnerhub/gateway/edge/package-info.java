/**
 * What holds for every request before anybody asks who sent it: trace, safe paths,
 * security headers, source address, bounded body.
 */
@NullMarked
package io.partnerhub.gateway.edge;

import org.jspecify.annotations.NullMarked;
