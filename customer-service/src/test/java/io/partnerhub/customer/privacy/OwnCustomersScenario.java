package io.partnerhub.customer.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import org.junit.jupiter.api.BeforeEach;

/** An account manager's customer, from the pre-registration to a request about him. */
abstract class OwnCustomersScenario extends CustomerScenario {

	static final String NAME = "云岭科技有限公司";

	final UUID manager = Ids.next();

	final String email = address();

	final Caller somebody = somebody();

	Partner partner;

	Caller self;

	String customer;

	String prospect;

	@BeforeEach
	void aCustomer() {
		this.partner = partner();
		this.self = this.partner.manager(this.manager);
		this.hears.event(this.partner.member(this.manager, Role.ACCOUNT_MANAGER, null, true));
		this.prospect = preRegister(this.self, this.email);
		this.client.as(this.self).post("/api/v1/invitations", wish(this.prospect, AssociationType.RESALE)).expect(201);
		this.customer = accept(this.somebody, mailbox.of(this.email, 1).getFirst().token()).expect(201)
			.text("/customerId");
		this.client.as(this.partner.admin())
			.post("/api/v1/disassociations", Map.of("customerId", this.customer, "reason", "r", "understood", true))
			.expect(201);
	}

	/** What stands where, in clear. */
	Map<String, String> personal() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("/api/v1/customers /items/0/customerName", NAME);
		fields.put("/api/v1/customers /items/0/email", this.email);
		fields.put("/api/v1/customers /items/0/accountManager/loginName", "login-" + this.manager);
		fields.put("/api/v1/customers/" + this.customer + " /customerName", NAME);
		fields.put("/api/v1/pre-registrations /items/0/contactName", "李雷");
		fields.put("/api/v1/pre-registrations/" + this.prospect + " /email", this.email);
		fields.put("/api/v1/invitations /items/0/sentTo", this.email);
		fields.put("/api/v1/invitations /items/0/evidence/login", this.somebody.subject());
		fields.put("/api/v1/customers/" + this.customer + "/association-evidence /items/0/login",
				this.somebody.subject());
		fields.put("/api/v1/disassociations /items/0/customerName", NAME);
		return fields;
	}

	String shown(Caller caller, String field) {
		String[] parts = field.split(" ", 2);
		return this.client.as(caller).get(parts[0]).expect(200).text(parts[1]);
	}

	int records() {
		return this.client.as(this.partner.admin())
			.get("/api/v1/customers/reveal-records")
			.expect(200)
			.json()
			.at("/items")
			.size();
	}

}
