/**
 * Critical operations ask for a proof that the person has just typed in a code: signed by
 * the service that sent the code, checked here without asking it, used once.
 */
@NullMarked
package io.partnerhub.platform.proof;

import org.jspecify.annotations.NullMarked;
