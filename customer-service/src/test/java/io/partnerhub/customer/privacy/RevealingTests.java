package io.partnerhub.customer.privacy;

import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("X-03")
class RevealingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/customers";

	private static final String RECORDS = PATH + "/reveal-records";

	private final UUID manager = Ids.next();

	private Partner partner;

	private String id;

	@BeforeEach
	void aCustomer() {
		this.partner = partner();
		this.hears.event(this.partner.member(this.manager, Role.ACCOUNT_MANAGER, null, true));
		this.id = accept(somebody(), invite(this.partner.manager(this.manager), AssociationType.RESALE)).expect(201)
			.text("/customerId");
	}

	@Test
	void masksPersonalDataInListsAndViews() {
		for (Caller caller : List.of(this.partner.admin(), this.partner.operator(), this.partner.key())) {
			Answer list = this.client.as(caller).get(PATH).expect(200);
			assertMasked(list, "/items/0");
			assertMasked(this.client.as(caller).get(PATH + "/" + this.id).expect(200), "");
		}
		assertThat(records()).isEmpty();
	}

	@Test
	void revealsTheColumnsAskedForAndKeepsThatOnRecord() {
		Caller admin = this.partner.admin();
		Answer list = this.client.as(admin).get(PATH + "?reveal=customerName,email").expect(200);
		assertThat(list.text("/items/0/customerName")).isEqualTo("云岭科技有限公司");
		assertThat(list.text("/items/0/email")).endsWith("@customer.example").doesNotContain("*");
		assertThat(list.text("/items/0/accountManager/loginName")).isEqualTo("l***");
		Answer records = this.client.as(admin).get(RECORDS).expect(200);
		assertThat(records.json().at("/items").size()).isOne();
		assertThat(records.text("/items/0/resource")).isEqualTo("customers");
		assertThat(records.json().at("/items/0/columns").toString()).isEqualTo("[\"customerName\",\"email\"]");
		assertThat(records.json().at("/items/0/rowIds").toString()).isEqualTo("[\"" + this.id + "\"]");
		assertThat(records.text("/items/0/revealedBy")).isEqualTo(admin.subject());
		assertThat(records.text("/items/0/memberId")).hasToString(String.valueOf(admin.memberId()));
		assertThat(records.text("/items/0/revealedAt")).isEqualTo("2026-03-01T08:00:00Z");
		assertThat(records.text("/items/0/traceId")).isEqualTo(list.header("X-Request-Id"));
	}

	@Test
	void revealsASingleCustomer() {
		Answer view = this.client.as(this.partner.admin()).get(PATH + "/" + this.id + "?reveal=accountManager");
		assertThat(view.expect(200).text("/accountManager/loginName")).isEqualTo("login-" + this.manager);
		assertThat(view.text("/customerName")).isEqualTo("云***");
		assertThat(records()).containsExactly("accountManager");
	}

	@Test
	void refusesWhoMayNotReveal() {
		for (String path : List.of(PATH, PATH + "/" + this.id)) {
			this.client.as(this.partner.operator()).get(path + "?reveal=email").refused(403, "ACCESS_DENIED");
		}
		this.client.as(this.partner.admin()).get(PATH + "/" + Ids.next() + "?reveal=email").refused(404, "NOT_FOUND");
		for (String columns : List.of("contactName", "email,", "shoeSize", "Email")) {
			this.client.as(this.partner.admin()).get(PATH + "?reveal=" + columns).refused(400, "INVALID_REQUEST");
		}
		assertThat(records()).isEmpty();
	}

	@Test
	void showsTheRecordsToThosePartnersAdministratorsOnly() {
		this.client.as(this.partner.admin()).get(PATH + "?reveal=email").expect(200);
		this.client.as(this.partner.admin()).get(PATH + "?reveal=mobile&limit=1").expect(200);
		this.client.as(this.partner.operator()).get(RECORDS).refused(403, "ACCESS_DENIED");
		assertThat(this.client.as(partner().admin()).get(RECORDS).expect(200).json().at("/items").isEmpty()).isTrue();
		Answer newest = this.client.as(this.partner.admin()).get(RECORDS + "?limit=1").expect(200);
		assertThat(newest.text("/items/0/columns/0")).isEqualTo("mobile");
		Answer older = this.client.as(this.partner.admin())
			.get(RECORDS + "?limit=1&cursor=" + newest.text("/nextCursor"))
			.expect(200);
		assertThat(older.text("/items/0/columns/0")).isEqualTo("email");
	}

	@Test
	void neverForgets() {
		this.client.as(this.partner.admin()).get(PATH + "?reveal=email").expect(200);
		for (String change : List.of("delete from reveal_record", "update reveal_record set revealed_by = 'nobody'")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.jdbc.sql(change).update())
				.withMessageContaining("append-only");
		}
	}

	private static void assertMasked(Answer answer, String row) {
		assertThat(answer.text(row + "/customerName")).isEqualTo("云***");
		assertThat(answer.text(row + "/email")).isEqualTo("l***@c***.example");
		assertThat(answer.text(row + "/accountManager/loginName")).isEqualTo("l***");
	}

	private List<String> records() {
		return this.client.as(this.partner.admin())
			.get(RECORDS)
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((entry) -> entry.at("/columns/0").asString())
			.toList();
	}

}
