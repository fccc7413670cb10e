package io.partnerhub.coupon.record;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.cashcoupon.SubsidyScenario;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

import io.partnerhub.contracts.AssociationType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Names in the operation logs are masked unless somebody with the permission asks. */
@Tag("X-03")
class RevealingNamesTests extends SubsidyScenario {

	private static final String RECORDS = "/api/v1/voucher-records/reveal-records";

	private UUID account = Ids.next();

	@BeforeEach
	void aVoucherAndACashCoupon() {
		this.account = listedAccount();
		this.hears.event(this.partner.linked(this.account, 1, AssociationType.ADVISORY));
		String quota = quota(this.partner, CouponType.VOUCHER, "100.00", false);
		admin().post("/api/v1/vouchers", A.issue(quota, "10.00", this.account)).expect(201);
		coupon(cashQuota("100.00", false), "10.00", this.account);
	}

	@ParameterizedTest
	@ValueSource(strings = { "voucher-records", "cash-coupon-records" })
	void showsNamesToWhoMayAndKeepsThatOnRecord(String list) {
		Answer shown = this.client.as(revealer())
			.get("/api/v1/" + list + "?reveal=customerName,accountName")
			.expect(200);
		assertThat(shown.text("/items/0/customerName")).isEqualTo("Customer");
		assertThat(shown.text("/items/0/accountName")).isEqualTo("customer");
		Answer records = this.client.as(revealer()).get(RECORDS).expect(200);
		assertThat(records.json().at("/items")).hasSize(1);
		assertThat(records.text("/items/0/resource")).isEqualTo(list);
		assertThat(records.json().at("/items/0/columns").toString()).isEqualTo("[\"accountName\",\"customerName\"]");
		assertThat(records.json().at("/items/0/rowIds/0").asString()).isEqualTo(shown.text("/items/0/id"));
		assertThat(records.text("/items/0/revealedBy")).isEqualTo("revealer");
		assertThat(records.text("/items/0/traceId")).isEqualTo(shown.header("X-Request-Id"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "voucher-records", "cash-coupon-records" })
	void masksThemOtherwiseAndRefusesWhoMayNot(String list) {
		String path = "/api/v1/" + list;
		assertThat(this.client.as(revealer()).get(path).text("/items/0/customerName")).isEqualTo("C***");
		assertThat(this.client.as(revealer()).get(path).text("/items/0/accountName")).isEqualTo("c***");
		admin().get(path + "?reveal=customerName").refused(403, "ACCESS_DENIED");
		for (String columns : List.of("shoeSize", "customerName,", "")) {
			this.client.as(revealer()).get(path + "?reveal=" + columns).refused(400, "INVALID_REQUEST");
		}
		assertThat(this.client.as(revealer()).get(RECORDS).json().at("/items")).isEmpty();
		admin().get(RECORDS).refused(403, "ACCESS_DENIED");
	}

	@Test
	void recordsNothingWhereNothingWasShown() {
		this.client.as(revealer())
			.get("/api/v1/cash-coupon-records?reveal=customerName&couponId=" + Ids.next())
			.expect(200);
		assertThat(this.client.as(revealer()).get(RECORDS).json().at("/items")).isEmpty();
	}

	@Test
	void keepsRecordsForGood() {
		this.client.as(revealer()).get("/api/v1/voucher-records?reveal=customerName,accountName").expect(200);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from reveal_record").update())
			.withMessageContaining("append-only");
	}

	private Caller revealer() {
		return Caller.member("revealer", this.partner.tenant(), this.partner.id(), this.partner.type(), Ids.next(),
				Set.of(Role.SYSTEM_ADMIN),
				Set.of(Permission.VIEW_COUPONS, Permission.REVEAL_PERSONAL_DATA, Permission.MANAGE_MEMBERS),
				DataScope.ALL);
	}

}
