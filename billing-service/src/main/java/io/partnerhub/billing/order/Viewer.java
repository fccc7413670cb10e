package io.partnerhub.billing.order;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.privacy.Reveal;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at orders, which of them he sees, and which personal columns he asks for in
 * clear (ORD-02, X-03).
 */
record Viewer(Caller caller, OrderSight sight, Reveal asked) {

	static Viewer of(Caller caller, OrderSight sight, @Nullable String reveal) {
		return new Viewer(caller, sight, Reveal.of(reveal, Names.COLUMN));
	}

	/** A customer, who sees his own orders. */
	static Viewer self(Caller caller) {
		return new Viewer(caller, OrderSight.ofCustomer(caller.customer()), Reveal.of(null));
	}

}
