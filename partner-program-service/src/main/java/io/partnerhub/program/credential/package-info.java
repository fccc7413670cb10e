/**
 * Access keys (AK/SK) of partners' and customers' systems (API-12): the secret is shown
 * once, kept encrypted, and handed to nobody but the gateway.
 */
@NullMarked
package io.partnerhub.program.credential;

import org.jspecify.annotations.NullMarked;
