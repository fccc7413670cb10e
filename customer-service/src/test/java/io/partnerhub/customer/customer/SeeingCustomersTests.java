package io.partnerhub.customer.customer;

import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SeeingCustomersTests extends CustomerScenario {

	private static final String PATH = "/api/v1/customers";

	@Test
	@Tag("I-31")
	void showsEachWhatIsHis() {
		Partner partner = partner();
		UUID manager = Ids.next();
		UUID supervisor = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, supervisor, true));
		String own = accept(somebody(), invite(partner.manager(manager), AssociationType.RESALE)).expect(201)
			.text("/customerId");
		UUID unassigned = customerOf(partner, AssociationType.ADVISORY);
		assertThat(ids(partner.admin())).containsExactly(unassigned.toString(), own);
		assertThat(ids(partner.manager(manager))).containsExactly(own);
		assertThat(ids(partner.supervisor(supervisor))).containsExactly(own);
		assertThat(ids(partner.manager(Ids.next()))).isEmpty();
		assertThat(ids(partner.supervisor(Ids.next()))).isEmpty();
		assertThat(ids(partner().admin())).isEmpty();
		this.client.as(partner.manager(manager)).get(PATH + "/" + unassigned).refused(404, "NOT_FOUND");
		this.client.as(partner().admin()).get(PATH + "/" + own).refused(404, "NOT_FOUND");
		this.client.as(partner.finance()).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.as(Caller.customer("li", UUID.fromString(own))).get(PATH).refused(403, "ACCESS_DENIED");
		this.client.asNobody().get(PATH + "/" + own).refused(401, "UNAUTHENTICATED");
	}

	@Test
	void keepsDistributorAndResellerApart() {
		Partner distributor = distributor();
		Partner reseller = resellerOf(distributor);
		String id = accept(somebody(), invite(reseller.admin(), AssociationType.RESALE)).expect(201)
			.text("/customerId");
		assertThat(ids(reseller.admin())).containsExactly(id);
		assertThat(ids(distributor.admin())).isEmpty();
		this.client.as(distributor.admin()).get(PATH + "/" + id).refused(404, "NOT_FOUND");
	}

	@Test
	void showsTheWholeCustomer() {
		Partner partner = partner();
		UUID manager = Ids.next();
		this.hears.event(partner.member(manager, Role.ACCOUNT_MANAGER, null, true));
		String id = accept(somebody(), invite(partner.manager(manager), AssociationType.RESALE)).text("/customerId");
		Answer view = this.client.as(partner.admin())
			.get(PATH + "/" + id + "?reveal=customerName,accountManager")
			.expect(200);
		assertThat(view.header("ETag")).isEqualTo("\"1\"");
		assertThat(view.text("/customerName")).isEqualTo("云岭科技有限公司");
		assertThat(view.text("/accountManager/loginName")).isEqualTo("login-" + manager);
		assertThat(view.json().at("/epoch").asInt()).isEqualTo(1);
		assertThat(view.json().at("/allowedActions").toString()).contains("\"START_DISASSOCIATION\"",
				"\"START_MODEL_SWITCH\"");
		Answer own = this.client.as(partner.manager(manager)).get(PATH + "/" + id).expect(200);
		assertThat(own.json().at("/allowedActions").toString()).doesNotContain("START_DISASSOCIATION");
	}

	@Test
	void filtersByNameTypeAndAccount() {
		Partner partner = partner();
		Caller somebody = somebody();
		String id = accept(somebody, invite(partner.admin(), AssociationType.RESALE)).text("/customerId");
		customerOf(partner, AssociationType.ADVISORY);
		String name = java.net.URLEncoder.encode("云岭", java.nio.charset.StandardCharsets.UTF_8);
		assertThat(ids(partner.admin(), "?customerName=" + name)).containsExactly(id);
		assertThat(ids(partner.admin(), "?customerName=%25")).isEmpty();
		assertThat(ids(partner.admin(), "?associationType=RESALE")).containsExactly(id);
		assertThat(ids(partner.admin(), "?accountName=" + somebody.subject())).containsExactly(id);
		assertThat(ids(partner.admin(), "?email=nobody@x.example")).isEmpty();
		assertThat(ids(partner.admin(), "?accountManagerId=" + Ids.next())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?associationType=GIFT", "?customerName=", "?shoeSize=42", "?limit=101" })
	void refusesBadParameters(String query) {
		this.client.as(partner().admin()).get(PATH + query).refused(400, "INVALID_REQUEST");
	}

	@Test
	void showsTheCustomerHisPartner() {
		Partner partner = partner();
		UUID id = customerOf(partner, AssociationType.RESALE);
		Answer mine = this.client.as(Caller.customer("li", id)).get("/api/v1/my/partner").expect(200);
		assertThat(mine.text("/partnerId")).isEqualTo(partner.id().toString());
		assertThat(mine.text("/partnerName")).isEqualTo(partner.name());
		assertThat(mine.text("/associationType")).isEqualTo("RESALE");
		this.client.as(Caller.customer("li", Ids.next())).get("/api/v1/my/partner").refused(404, "NOT_FOUND");
		this.client.as(partner.admin()).get("/api/v1/my/partner").refused(403, "ACCESS_DENIED");
	}

	@Test
	void tellsTheGatewayWhoseALoginIs() {
		Caller somebody = somebody();
		String id = accept(somebody, invite(partner().admin(), AssociationType.RESALE)).text("/customerId");
		String query = "/internal/customers?issuer=https://id.example&subject=" + somebody.identity();
		Answer found = this.client.as(Caller.service("gateway")).get(query).expect(200);
		assertThat(found.text("/customerId")).isEqualTo(id);
		assertThat(found.text("/accountName")).isEqualTo(somebody.subject());
		this.client.as(Caller.service("gateway")).get(query + "x").expect(404);
		this.client.as(partner().admin()).get(query).refused(403, "ACCESS_DENIED");
	}

	@Test
	@Tag("ASC-01")
	@Tag("I-27")
	void isGuardedByTheDatabaseToo() {
		Partner partner = partner();
		UUID id = customerOf(partner, AssociationType.RESALE);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.sql("""
				insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type,
				                         associated_at, ended_at, end_reason)
				select :new, partner_id, owner_partner_id, customer_id, 2, association_type,
				       associated_at + interval '1 day', associated_at + interval '2 days', 'overlap'
				from association where customer_id = :id
				""").param("new", Ids.next()).param("id", id).update()).withMessageContaining("association_never_two");
	}

	private List<String> ids(Caller caller) {
		return ids(caller, "");
	}

	private List<String> ids(Caller caller, String query) {
		Answer list = this.client.as(caller).get(PATH + query).expect(200);
		return list.json().at("/items").valueStream().map((item) -> item.at("/customerId").asString()).toList();
	}

}
