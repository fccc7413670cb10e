package io.partnerhub.coupon.record;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The operation log with its filters (6.9). */
@Tag("LOG-01")
class ReadingTheLogTests extends CouponScenario {

	private final UUID manager = Ids.next();

	private final UUID supervisor = Ids.next();

	private String quota = "";

	private String voucher = "";

	@BeforeEach
	void aVoucherIssuedAndReclaimed() {
		this.hears.event(this.partner.supervised(this.manager, this.supervisor));
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE, this.manager));
		this.quota = quota("150.00");
		this.voucher = admin().post("/api/v1/vouchers", A.issue(this.quota, "10.00", this.customer))
			.expect(201)
			.text("/vouchers/0/id");
		admin().post("/api/v1/vouchers/" + this.voucher + "/reclamation", Map.of()).expect(200);
	}

	@ParameterizedTest
	@CsvSource({ "operationType=1, 1", "operationType=2, 1", "operationType=3, 0", "succeeded=true, 2",
			"succeeded=false, 0", "operator=admin, 2", "operator=adm, 0", "customerName=Cu, 2", "customerName=us, 0",
			"customerName=STOM, 2", "customerName=C_s, 0", "accountName=custom, 2", "accountName=nobody, 0",
			"from=2026-03-01T08:00:00Z, 2", "to=2026-03-01T08:00:00Z, 0", "customerName=Customer&operationType=2, 1" })
	@Tag("X-10")
	void narrowsByWhatIsAskedFor(String filter, int records) {
		assertThat(items(admin().get("/api/v1/voucher-records?" + filter))).hasSize(records);
	}

	@Test
	void narrowsByIds() {
		for (String filter : List.of("quotaId=" + this.quota, "voucherId=" + this.voucher,
				"customerId=" + this.customer)) {
			assertThat(items(admin().get("/api/v1/voucher-records?" + filter))).hasSize(2);
			assertThat(items(admin().get("/api/v1/voucher-records?" + filter.replaceAll("=.*", "=" + Ids.next()))))
				.isEmpty();
		}
	}

	@Test
	void readsOnWhereThePageEnded() {
		Answer first = admin().get("/api/v1/voucher-records?limit=1&customerName=Customer").expect(200);
		Answer second = admin()
			.get("/api/v1/voucher-records?limit=1&customerName=Customer&cursor=" + first.text("/nextCursor"))
			.expect(200);
		assertThat(List.of(first.text("/items/0/operationType"), second.text("/items/0/operationType")))
			.containsExactlyInAnyOrder("1", "2");
		assertThat(second.text("/nextCursor")).isEmpty();
	}

	@Test
	@Tag("X-03")
	void masksNames() {
		Answer page = admin().get("/api/v1/voucher-records").expect(200);
		assertThat(page.text("/items/0/customerName")).isEqualTo("C***");
		assertThat(page.text("/items/0/accountName")).isEqualTo("c***");
	}

	@Test
	void showsASupervisorHisTeamOnly() {
		assertThat(items(this.client.as(this.partner.supervisor(this.supervisor)).get("/api/v1/voucher-records")))
			.hasSize(2);
		assertThat(items(this.client.as(this.partner.supervisor(Ids.next())).get("/api/v1/voucher-records"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "operationType=10", "operationType=x", "succeeded=maybe", "from=yesterday",
			"from=2026-03-01T08:00:00Z&to=2026-03-01T08:00:00Z", "customerName=", "surprise=1", "quotaId=x" })
	void refusesFiltersThatAreNone(String filter) {
		admin().get("/api/v1/voucher-records?" + filter).refused(400, "INVALID_REQUEST");
	}

	private static List<String> items(Answer page) {
		return page.expect(200).json().at("/items").valueStream().map((item) -> item.at("/id").asString()).toList();
	}

}
