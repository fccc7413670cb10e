package io.partnerhub.billing.order;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.platform.job.FileProgress;
import io.partnerhub.platform.job.Kept;

/**
 * A file of order lines (ORD-04, X-04): who asked for it, what he sees, and how far it
 * is.
 *
 * @param realm of who asked; the lines may be those of a reseller's customers
 */
record LineExport(FileProgress progress, Realm realm, OrderSight sight, LineFilter filter, boolean chinese) {

	LineExport asOfNow(Kept kept) {
		return new LineExport(this.progress.asOfNow(kept), this.realm, this.sight, this.filter, this.chinese);
	}

}
