package io.partnerhub.customer.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The resource list under customer management (ORD-21). */
@Tag("ORD-21")
class CustomerResourcesTests extends CustomerScenario {

	private static final String FEED = "/api/v1/vendor/customer-resources";

	private final String vm = "vm-" + Ids.next();

	private final String bandwidth = "eip-" + Ids.next();

	@Test
	void showsWhatIsSubscribedAndWhatIsPaidByUse() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		tell(List.of(subscription(customer), usage(customer))).expect(200);
		assertThat(ids(partner.admin(), customer, "")).containsExactlyInAnyOrder(this.bandwidth, this.vm);
		assertThat(ids(partner.admin(), customer, "?chargingMode=PAY_PER_USE")).containsExactly(this.bandwidth);
		assertThat(ids(partner.admin(), customer, "?orderId=CS1&state=IN_USE&serviceTypeCode=hws.service.type.ec2"))
			.containsExactly(this.vm);
		assertThat(ids(partner.admin(), customer, "?expiresBefore=2027-01-01T00:00:00Z")).isEmpty();
		assertThat(ids(partner.admin(), customer, "?regionCode=cn-north-4&resourceId=" + this.vm))
			.containsExactly(this.vm);
	}

	@Test
	void showsPageByPage() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		tell(List.of(subscription(customer), usage(customer))).expect(200);
		Answer first = list(partner.admin(), customer, "?limit=1").expect(200);
		Answer second = list(partner.admin(), customer, "?limit=1&cursor=" + first.text("/nextCursor")).expect(200);
		assertThat(List.of(first.text("/items/0/resourceId"), second.text("/items/0/resourceId")))
			.containsExactlyInAnyOrder(this.bandwidth, this.vm);
		assertThat(second.json().has("nextCursor")).isFalse();
	}

	@Test
	void showsEachTheResourcesOfHisCustomers() {
		Partner partner = partner();
		UUID manager = Ids.next();
		UUID supervisor = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, supervisor, true));
		UUID own = UUID.fromString(
				accept(somebody(), invite(partner.manager(manager), AssociationType.ADVISORY)).text("/customerId"));
		tell(subscription(own)).expect(200);
		assertThat(ids(partner.manager(manager), own, "")).containsExactly(this.vm);
		assertThat(ids(partner.supervisor(supervisor), own, "")).containsExactly(this.vm);
		list(partner.manager(Ids.next()), own, "").refused(404, "NOT_FOUND");
		list(partner.supervisor(Ids.next()), own, "").refused(404, "NOT_FOUND");
		list(partner().admin(), own, "").refused(404, "NOT_FOUND");
	}

	@Test
	void keepsTheLatestWhateverComesLateOrTwice() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		Map<String, Object> frozen = subscription(customer);
		frozen.put("state", "FROZEN");
		frozen.put("asOf", "2026-02-22T00:00:00Z");
		assertThat(tell(frozen).text("/items/0/result")).isEqualTo("APPLIED");
		assertThat(tell(frozen).text("/items/0/result")).isEqualTo("APPLIED");
		assertThat(tell(subscription(customer)).text("/items/0/result")).isEqualTo("STALE");
		Answer shown = list(partner.admin(), customer, "");
		assertThat(shown.json().at("/items")).hasSize(1);
		assertThat(shown.text("/items/0/state")).isEqualTo("FROZEN");
	}

	@Test
	void keepsResourcesOfWhoBecomesACustomerLater() {
		assertThat(tell(subscription(Ids.next())).text("/items/0/result")).isEqualTo("APPLIED");
	}

	@Test
	void refusesWhatMakesNoSense() {
		Map<String, Object> endless = subscription(Ids.next());
		endless.remove("expiresAt");
		tell(endless).refused(400, "INVALID_REQUEST");
		Map<String, Object> ordered = usage(Ids.next());
		ordered.put("orderId", "CS1");
		tell(ordered).refused(400, "INVALID_REQUEST");
		Map<String, Object> future = subscription(Ids.next());
		future.put("asOf", "2026-03-01T08:05:01Z");
		tell(future).refused(400, "INVALID_REQUEST");
		Map<String, Object> once = subscription(Ids.next());
		tell(List.of(once, once)).refused(400, "INVALID_REQUEST");
		this.client.as(Caller.vendor("feed")).post(FEED, Map.of("resources", List.of())).expect(400);
		list(partner().admin(), Ids.next(), "?state=GONE").refused(400, "INVALID_REQUEST");
	}

	@Test
	void letsNoResourcePaidByUseHaveAnEnd() {
		tell(usage(Ids.next())).expect(200);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update customer_resource set expires_at = as_of where resource_id = :id")
				.param("id", this.bandwidth)
				.update());
	}

	private Answer tell(Map<String, Object> resource) {
		return tell(List.of(resource));
	}

	private Answer tell(List<Map<String, Object>> resources) {
		return this.client.as(Caller.vendor("feed")).post(FEED, Map.of("resources", resources));
	}

	private Answer list(Caller caller, UUID customer, String query) {
		return this.client.as(caller).get("/api/v1/customers/" + customer + "/resources" + query);
	}

	private List<String> ids(Caller caller, UUID customer, String query) {
		return list(caller, customer, query).expect(200).json().at("/items").findValuesAsString("resourceId");
	}

	private Map<String, Object> subscription(UUID customer) {
		Map<String, Object> resource = resource(this.vm, customer, "SUBSCRIPTION", "hws.service.type.ec2");
		resource.put("orderId", "CS1");
		resource.put("expiresAt", "2027-02-01T00:00:00Z");
		return resource;
	}

	private Map<String, Object> usage(UUID customer) {
		return resource(this.bandwidth, customer, "PAY_PER_USE", "hws.service.type.vpc");
	}

	private static Map<String, Object> resource(String id, UUID customer, String mode, String service) {
		return new HashMap<>(Map.of("resourceId", id, "customerId", customer, "chargingMode", mode, "state", "IN_USE",
				"serviceTypeCode", service, "regionCode", "cn-north-4", "effectiveAt", "2026-02-01T00:00:00Z", "asOf",
				"2026-02-21T00:00:00Z"));
	}

}
