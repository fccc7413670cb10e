package io.partnerhub.coupon.coupon;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the database refuses, whoever asks. */
@CouponTest
class FixedTermsTests {

	private final A.Partner partner = A.partner();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private JdbcClient jdbc;

	private String voucher = "";

	@BeforeEach
	void aVoucher() {
		UUID customer = Ids.next();
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(customer, 1, AssociationType.RESALE));
		String quota = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "100.00"))
			.expect(201)
			.text("/id");
		this.voucher = admin().post("/api/v1/vouchers", A.issue(quota, "10.00", customer))
			.expect(201)
			.text("/vouchers/0/id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "face_minor = 2000, balance_minor = 2000", "minimum_minor = minimum_minor + 1",
			"effective_at = effective_at + interval '1 second'", "expires_at = expires_at - interval '1 second'",
			"quota_id = customer_id", "customer_id = quota_id", "epoch = epoch + 1", "association_type = 'ADVISORY'",
			"owner_partner_id = customer_id", "type = 'CASH_COUPON'", "limits = '{}'", "invoice_to_user = true",
			"signing_entity = 'HWC'" })
	@Tag("VOU-06")
	void keepsTheTermsOfAVoucher(String change) {
		assertRefused("update coupon set " + change + " where id = :id::uuid");
	}

	@Test
	@Tag("VOU-06")
	void keepsReclaimedVouchersAsTheyAre() {
		admin().post("/api/v1/vouchers/" + this.voucher + "/reclamation", "").expect(200);
		assertRefused("""
				update coupon
				   set balance_minor = face_minor, reclaimed_minor = 0, reclaimed_at = null
				 where id = :id::uuid
				""");
		assertRefused("update coupon set version = version + 1 where id = :id::uuid");
	}

	@Test
	void deletesNoVoucher() {
		assertRefused("delete from coupon where id = :id::uuid");
	}

	@Test
	@Tag("VOU-05")
	void takesNoVoucherValidOutsideItsQuota() {
		String copy = """
				insert into coupon (id, partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type,
				                     face_minor, balance_minor, minimum_minor, effective_at, expires_at, created_at)
				select gen_random_uuid(), partner_id, owner_partner_id, quota_id, customer_id, epoch, association_type,
				       face_minor, balance_minor, minimum_minor, effective_at - :earlier::interval,
				       expires_at + :later::interval, created_at
				from coupon
				where id = :id::uuid
				""";
		assertThat(copy(copy, "0", "0").update()).isOne();
		assertRefused(copy(copy, "1 second", "0"));
		assertRefused(copy(copy, "0", "1 second"));
	}

	private JdbcClient.StatementSpec copy(String copy, String earlier, String later) {
		return this.jdbc.sql(copy).param("id", this.voucher).param("earlier", earlier).param("later", later);
	}

	private void assertRefused(String change) {
		assertRefused(this.jdbc.sql(change).param("id", this.voucher));
	}

	private static void assertRefused(JdbcClient.StatementSpec change) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(change::update);
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.administrator());
	}

}
