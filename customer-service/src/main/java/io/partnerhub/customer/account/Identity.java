package io.partnerhub.customer.account;

import org.jspecify.annotations.Nullable;

/**
 * How somebody is named who may have an account: by its login name, an e-mail or a mobile
 * number, each in the hub's one spelling (PRE-08). What a partner wrote down proves
 * nothing.
 */
public record Identity(@Nullable String accountName, @Nullable String email, @Nullable String mobile) {

	public static final Identity NONE = new Identity(null, null, null);

}
