/** People who come with a token of an OIDC provider, and who they are to the hub. */
@NullMarked
package io.partnerhub.gateway.identity;

import org.jspecify.annotations.NullMarked;
