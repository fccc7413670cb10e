package io.partnerhub.billing.order;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.platform.privacy.Reveal;
import io.partnerhub.platform.privacy.Reveals;
import org.springframework.stereotype.Component;

/**
 * Customers' names in lists of orders: masked, but in clear for who asks with the
 * permission, which is kept on record, for the customer himself, and for an account
 * manager of his own customers, unless the hub masks them, too.
 */
@Component
class Names {

	static final String COLUMN = "customerName";

	private static final Reveal CLEAR = new Reveal(Set.of(COLUMN));

	private final Reveals reveals;

	private final OrderSettings settings;

	Names(Reveals reveals, OrderSettings settings) {
		this.reveals = reveals;
		this.settings = settings;
	}

	/** What is shown; refuses who may not see what he asks for. */
	Reveal permit(Viewer viewer) {
		this.reveals.permit(viewer.caller(), viewer.asked());
		return seesWithoutAsking(viewer) ? CLEAR : viewer.asked();
	}

	/**
	 * Keeps on record what is about to be shown because it was asked for.
	 * @param resource what was listed, such as {@code orders}
	 */
	void record(Viewer viewer, String resource, List<UUID> shown) {
		if (!seesWithoutAsking(viewer)) {
			this.reveals.record(viewer.caller(), viewer.asked(), resource, shown);
		}
	}

	private boolean seesWithoutAsking(Viewer viewer) {
		boolean own = viewer.sight().scope() == DataScope.OWN && !this.settings.maskOwnCustomers();
		return own || viewer.sight().customerId() != null;
	}

}
