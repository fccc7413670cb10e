/** Secrets and bank data at rest. */
@NullMarked
package io.partnerhub.platform.secret;

import org.jspecify.annotations.NullMarked;
