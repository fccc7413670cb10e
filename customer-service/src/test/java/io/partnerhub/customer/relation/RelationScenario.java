package io.partnerhub.customer.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Requests about a link, and what the other services answer. */
abstract class RelationScenario extends CustomerScenario {

	static final String ENDS = "/api/v1/disassociations";

	static final String SWITCHES = "/api/v1/model-switches";

	static final String TRANSFERS = "/api/v1/transfers";

	static Caller self(UUID customer) {
		return Caller.customer("li", customer);
	}

	Answer start(Caller caller, String path, UUID customer) {
		return this.client.as(caller)
			.post(path, Map.of("customerId", customer, "reason", "No business", "understood", true));
	}

	Answer move(Caller caller, UUID customer, UUID target) {
		return this.client.as(caller)
			.post(TRANSFERS,
					Map.of("customerId", customer, "toPartnerId", target, "reason", "Nearer", "understood", true));
	}

	Answer consent(Caller caller, String path, String id) {
		return this.client.as(caller).post(path + "/" + id + "/consent", "");
	}

	Answer look(Caller caller, String path, String id) {
		return this.client.as(caller).get(path + "/" + id);
	}

	/** The vendor tells one fact, or takes it back to unknown by telling another. */
	void vendorTells(UUID customer, Map<String, Boolean> flags) {
		Map<String, Object> facts = new HashMap<>(
				Map.of("accountName", accountName(customer), "asOf", this.clock.instant().toString(), "flags", flags));
		this.client.as(Caller.vendor("feed"))
			.post("/api/v1/vendor/customer-facts", Map.of("facts", List.of(facts)))
			.expect(200);
	}

	String accountName(UUID customer) {
		return this.jdbc.sql("select account_name from customer where id = :id")
			.param("id", customer)
			.query(String.class)
			.single();
	}

	String writesTo(UUID customer) {
		String address = address();
		this.jdbc.sql("update customer set email = :email where id = :id")
			.param("email", address)
			.param("id", customer)
			.update();
		return address;
	}

	String writesTo(Partner partner) {
		String address = address();
		allow(partner, address, List.of(AssociationType.ADVISORY, AssociationType.RESALE));
		return address;
	}

	void allow(Partner partner, @Nullable String email, List<AssociationType> types) {
		this.hears.event(
				new PartnerSettingsChanged(partner.tenant(), partner.id(), email, "13900000000", types, false, null));
	}

	static JsonNode found(Answer answer, String code) {
		return answer.json()
			.at("/checks")
			.valueStream()
			.filter((check) -> check.at("/code").asString().equals(code))
			.findFirst()
			.orElseThrow();
	}

	static String state(Answer answer, String code) {
		return found(answer, code).at("/state").asString();
	}

	static CustomerCouponsReclaimed reclaimed(Partner partner, UUID customer, int epoch) {
		return new CustomerCouponsReclaimed(partner.tenant(), partner.id(), customer, epoch, 3,
				new Amount("100.00", "CNY"));
	}

	static CustomerBalanceReturned returned(Partner partner, UUID customer, int epoch, @Nullable String keptCash) {
		return new CustomerBalanceReturned(partner.tenant(), partner.id(), customer, epoch, new Amount("500.00", "CNY"),
				Reason.UNBIND, (keptCash != null) ? new Amount(keptCash, "CNY") : null);
	}

	static CustomerOpportunitiesClosed closed(Partner partner, UUID customer, int epoch) {
		return new CustomerOpportunitiesClosed(partner.tenant(), partner.id(), customer, epoch, 2);
	}

	/** Periods and owners of the customer's links, oldest first. */
	List<Link> links(UUID customer) {
		return this.jdbc
			.sql("""
					select epoch, owner_partner_id, association_type, account_manager_id, associated_at, ended_at, end_reason
					from association where customer_id = :customer order by epoch
					""")
			.param("customer", customer)
			.query(Link.class)
			.list();
	}

	static String unknownId() {
		return Ids.next().toString();
	}

	/** A link as it stands in the database. */
	record Link(int epoch, UUID ownerPartnerId, String associationType, @Nullable UUID accountManagerId,
			java.sql.Timestamp associatedAt, java.sql.@Nullable Timestamp endedAt, @Nullable String endReason) {
	}

}
