package io.partnerhub.billing.resale;

import java.util.UUID;

import io.partnerhub.billing.document.InvoiceAccess;
import io.partnerhub.contracts.InvoiceEvent.Party;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.problem.Problem;

/** Who receives invoices of a partner: a customer, or a reseller from its distributor. */
record Receiver(Party party, UUID id) {

	/** Looks at what the caller received. */
	static Receiver viewing(Caller caller) {
		if (caller.is(Caller.Kind.PARTNER)) {
			InvoiceAccess.requireViewing(caller);
		}
		return of(caller);
	}

	/** Asks for invoices. */
	static Receiver managing(Caller caller) {
		if (caller.is(Caller.Kind.PARTNER)) {
			InvoiceAccess.requireManaging(caller);
		}
		return of(caller);
	}

	private static Receiver of(Caller caller) {
		if (caller.is(Caller.Kind.CUSTOMER)) {
			return new Receiver(Party.CUSTOMER, caller.customer());
		}
		if (caller.partnerType() == PartnerType.RESELLER) {
			return new Receiver(Party.RESELLER, caller.owner());
		}
		throw Problem.forbidden("ACCESS_DENIED", "Only customers and resellers receive invoices of partners.");
	}

}
