/**
 * Money that reaches a partner's account from outside (充值).
 */
@NullMarked
package io.partnerhub.billing.topup;

import org.jspecify.annotations.NullMarked;
