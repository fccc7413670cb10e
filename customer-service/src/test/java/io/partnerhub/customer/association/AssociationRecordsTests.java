package io.partnerhub.customer.association;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What happened to relations, for both sides (4.3). */
class AssociationRecordsTests extends AssociationScenario {

	private static final String PATH = "/api/v1/association-records";

	@Test
	void showsLinksTogetherWithTheRequestsToEndThem() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		this.clock.advance(Duration.ofHours(1));
		end(partner, customer);
		Answer list = this.client.as(partner.admin()).get(PATH + "?reveal=createdBy,decidedBy").expect(200);
		assertThat(kinds(list)).containsExactly("DISASSOCIATE", "ASSOCIATE");
		assertThat(list.text("/items/0/fromType")).isEqualTo("RESALE");
		assertThat(list.text("/items/0/reason")).isEqualTo("over");
		assertThat(list.text("/items/0/createdBy")).isEqualTo("admin");
		assertThat(list.text("/items/0/decidedBy")).isEqualTo("li");
		assertThat(list.text("/items/1/toType")).isEqualTo("RESALE");
		assertThat(list.text("/items/1/state")).isEqualTo("DONE");
		assertThat(list.text("/items/1/initiator")).isEqualTo("PARTNER");
		assertThat(list.text("/items/1/decidedBy")).isEqualTo("AK" + partner.id());
		assertThat(list.text("/items/1/createdAt")).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(list.text("/items/1/customerId")).isEqualTo(customer.toString());
	}

	@Test
	void showsTheCustomerHisOwnWithoutNames() {
		Partner partner = partner();
		UUID customer = customerOf(partner, AssociationType.RESALE);
		customerOf(partner, AssociationType.RESALE);
		Answer his = this.client.as(Caller.customer("li", customer)).get(PATH).expect(200);
		assertThat(his.json().at("/items")).hasSize(1);
		assertThat(his.text("/items/0/partnerName")).isEqualTo(partner.name());
		assertThat(his.json().at("/items/0/decidedBy").isMissingNode()).isTrue();
	}

	@Test
	void showsAccountManagersTheirOwnAndStrangersNothing() {
		Partner partner = partner();
		UUID manager = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, null, true));
		accept(somebody(), invite(partner.manager(manager), AssociationType.RESALE)).expect(201);
		assertThat(kinds(this.client.as(partner.manager(manager)).get(PATH).expect(200))).containsExactly("ASSOCIATE");
		for (Caller stranger : List.of(partner.manager(Ids.next()), partner().admin(),
				Caller.customer("li", Ids.next()))) {
			assertThat(kinds(this.client.as(stranger).get(PATH).expect(200))).isEmpty();
		}
		this.client.as(partner.finance()).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.as(Caller.vendor("v")).get(PATH).refused(403, "ACCESS_DENIED");
	}

	@Test
	void filtersAndPages() {
		Partner partner = partner();
		UUID first = customerOf(partner, AssociationType.RESALE);
		this.clock.advance(Duration.ofHours(1));
		UUID second = customerOf(partner, AssociationType.ADVISORY);
		this.clock.advance(Duration.ofHours(1));
		end(partner, first);
		Caller admin = partner.admin();
		assertThat(kinds(list(admin, "?kind=ASSOCIATE"))).containsExactly("ASSOCIATE", "ASSOCIATE");
		assertThat(kinds(list(admin, "?kind=SWITCH"))).isEmpty();
		assertThat(kinds(list(admin, "?customerId=" + first))).containsExactly("DISASSOCIATE", "ASSOCIATE");
		assertThat(kinds(list(admin, "?customerId=" + second))).containsExactly("ASSOCIATE");
		assertThat(kinds(list(admin, "?from=2026-03-01T09:00:00Z"))).containsExactly("DISASSOCIATE", "ASSOCIATE");
		assertThat(kinds(list(admin, "?to=2026-03-01T09:00:00Z"))).containsExactly("ASSOCIATE");
		Answer page = list(admin, "?limit=2");
		assertThat(kinds(page)).containsExactly("DISASSOCIATE", "ASSOCIATE");
		Answer rest = list(admin, "?limit=2&cursor=" + page.text("/nextCursor"));
		assertThat(rest.text("/items/0/customerId")).isEqualTo(first.toString());
		assertThat(rest.json().at("/nextCursor").isMissingNode()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?kind=ANY", "?customerId=x", "?from=yesterday", "?limit=0", "?sort=id", "?kind=",
			"?from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z" })
	void refusesBadFilters(String query) {
		this.client.as(partner().admin()).get(PATH + query).refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("LOG-01")
	void isNeverChangedAgain() {
		UUID customer = customerOf(partner(), AssociationType.RESALE);
		for (String change : List.of("update association_event set state = 'FAILED' where customer_id = :id",
				"delete from association_event where customer_id = :id")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.jdbc.sql(change).param("id", customer).update())
				.withMessageContaining("append-only");
		}
	}

	private Answer list(Caller caller, String query) {
		return this.client.as(caller).get(PATH + query).expect(200);
	}

	private static List<String> kinds(Answer answer) {
		return answer.json().at("/items").valueStream().map((row) -> row.at("/kind").asString()).toList();
	}

}
