package io.partnerhub.billing.payonbehalf;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database alone refuses. */
class OrderConstraintsTests extends PayingScenario {

	private final JdbcClient jdbc;

	OrderConstraintsTests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Test
	@Tag("I-24")
	void letsOnePaymentSucceed() {
		String number = paid();
		assertThatThrownBy(() -> update(
				"""
						insert into order_payment (id, partner_id, owner_partner_id, order_id, customer_id, payer, method, state,
						                           payable_minor, coupons, operator, started_at, changed_at)
						select gen_random_uuid(), partner_id, owner_partner_id, order_id, customer_id, 'CUSTOMER', method, 'SETTLED',
						       payable_minor, coupons, operator, started_at, changed_at
						from order_payment
						where order_id = (select id from customer_order where order_number = :number)
						""",
				number))
			.isInstanceOf(DuplicateKeyException.class)
			.hasMessageContaining("one_success");
	}

	@Test
	@Tag("I-24")
	void keepsWhatWasPaidEqualToTheAmount() {
		String number = paid();
		assertThatThrownBy(
				() -> update("update customer_order set amount_minor = 1 where order_number = :number", number))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("order_paid_amount");
		assertThatThrownBy(
				() -> update("update customer_order set status = 'PENDING_PAYMENT' where order_number = :number",
						number))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("order_paid_status");
	}

	@Test
	@Tag("I-24")
	void keepsHowItWasPaid() {
		String number = paid();
		assertThatThrownBy(
				() -> update("update customer_order set paid_by = 'CUSTOMER' where order_number = :number", number))
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("paid once");
		assertThatThrownBy(() -> update("""
				update order_payment set state = 'OPEN'
				where order_id = (select id from customer_order where order_number = :number)
				""", number)).isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("cannot go from");
	}

	@Test
	@Tag("I-26")
	void decidesARequestOnce() {
		String number = this.counter.requested(this.customer, "10.00");
		this.counter.reject(this.partner, number, "no").expect(204);
		assertThatThrownBy(() -> update("""
				update pay_on_behalf set state = 'PAID', reason = null
				where order_id = (select id from customer_order where order_number = :number)
				""", number)).isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("decided once");
	}

	@Test
	@Tag("ORD-11")
	void keepsNoRejectionWithoutAReason() {
		String number = this.counter.requested(this.customer, "10.00");
		assertThatThrownBy(() -> update("""
				update pay_on_behalf set state = 'REJECTED', decided_at = requested_at, decided_by = 'x'
				where order_id = (select id from customer_order where order_number = :number)
				""", number)).isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("pay_on_behalf_reason");
	}

	private String paid() {
		String number = this.counter.requested(this.customer, "10.00");
		this.counter.pay(this.partner, number).expect(200);
		return number;
	}

	private void update(String sql, String number) {
		assertThat(this.jdbc.sql(sql).params(Map.of("number", number)).update()).isPositive();
	}

}
