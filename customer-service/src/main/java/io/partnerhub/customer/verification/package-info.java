/**
 * Verification codes (验证码): sent to a person's mobile or e-mail, typed in within minutes
 * and three tries, and turned into the proof that critical operations ask for.
 */
@NullMarked
package io.partnerhub.customer.verification;

import org.jspecify.annotations.NullMarked;
