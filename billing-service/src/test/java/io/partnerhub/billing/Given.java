package io.partnerhub.billing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;

/** Partners, customers and money for tests. */
public final class Given {

	public static final Caller VENDOR = Caller.vendor("vendor");

	private final Hears hears;

	private final HubClient client;

	Given(Hears hears, HubClient client) {
		this.hears = hears;
		this.client = client;
	}

	public Partner partner(PartnerType type) {
		UUID id = Ids.next();
		return registered(new Partner(id, id, type));
	}

	public Partner distributor() {
		return partner(PartnerType.DISTRIBUTOR);
	}

	/** A distributor with money. */
	public Partner distributorWith(String amount) {
		return toppedUp(distributor(), amount);
	}

	public Partner resellerOf(Partner distributor) {
		return registered(new Partner(distributor.id(), Ids.next(), PartnerType.RESELLER));
	}

	public Partner toppedUp(Partner partner, String amount) {
		this.client.as(VENDOR)
			.post("/api/v1/vendor/top-ups",
					Map.of("partnerId", partner.id(), "amount", money(amount), "bankSerialNumber", Ids.next()))
			.expect(201);
		return partner;
	}

	/** Gives the partner a credit line. */
	public Partner withCredit(Partner partner, String limit) {
		this.client.as(VENDOR)
			.put("/api/v1/vendor/credit-lines/" + partner.id(), Map.of("limit", money(limit)))
			.expect(200);
		return partner;
	}

	public UUID resaleCustomer(Partner partner) {
		return customer(partner, AssociationType.RESALE);
	}

	public UUID customer(Partner partner, AssociationType type) {
		UUID customer = Ids.next();
		associated(partner, customer, 1, type);
		return customer;
	}

	public void associated(Partner partner, UUID customer, int epoch, AssociationType type) {
		associated(partner, customer, epoch, type, MovableClock.START);
	}

	public void associated(Partner partner, UUID customer, int epoch, AssociationType type, Instant since) {
		this.hears.event(new CustomerAssociated(partner.tenant(), partner.id(), customer, epoch, type, "华北科技有限公司",
				"huabei", null, null, since));
	}

	/** A resale customer with money. */
	public UUID customerWith(Partner partner, String amount) {
		UUID customer = resaleCustomer(partner);
		this.client.as(partner.admin())
			.post("/api/v1/appropriations", Map.of("customerId", customer, "amount", money(amount)))
			.expect(201);
		return customer;
	}

	public static CustomerDisassociated disassociated(Partner partner, UUID customer, int epoch, AssociationType type) {
		return new CustomerDisassociated(partner.tenant(), partner.id(), customer, epoch, type, Ids.next(), "moving on",
				MovableClock.START);
	}

	public static CustomerModelSwitched switched(Partner partner, UUID customer, int endedEpoch, AssociationType to) {
		AssociationType from = (to == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
		return new CustomerModelSwitched(partner.tenant(), partner.id(), customer, endedEpoch, endedEpoch + 1, from, to,
				"华北科技有限公司", "huabei", null, Ids.next(), MovableClock.START);
	}

	public static CustomerTransferred moved(Partner from, Partner to, UUID customer, int endedEpoch) {
		return new CustomerTransferred(to.tenant(), to.id(), from.id(), customer, endedEpoch, endedEpoch + 1,
				AssociationType.RESALE, "华北科技有限公司", "huabei", Ids.next(), MovableClock.START);
	}

	public static Map<String, Object> money(String amount) {
		return Map.of("amount", amount, "currency", "CNY");
	}

	private Partner registered(Partner partner) {
		this.hears.event(new PartnerRegistered(partner.tenant(), partner.id(), partner.type(), "Partner", null, null,
				PartnerStatus.NORMAL));
		return partner;
	}

}
