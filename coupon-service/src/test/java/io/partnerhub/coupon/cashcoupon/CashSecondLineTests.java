package io.partnerhub.coupon.cashcoupon;

import java.util.UUID;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The database gives nobody a coupon whose invoice cannot be made out to him. */
@Tag("CSH-04")
@Tag("I-10")
class CashSecondLineTests extends SubsidyScenario {

	@Test
	void refusesResaleCustomers() {
		UUID customer = listedAccount();
		String coupon = coupon(cashQuota("100.00", true), "30.00", customer);
		this.hears.event(A.partner().linked(customer, 1, AssociationType.RESALE));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> again(coupon));
	}

	@Test
	void refusesCustomersOfAnotherSigningEntity() {
		UUID customer = listedAccount();
		String coupon = coupon(cashQuota("100.00", true), "30.00", customer);
		assertThat(again(coupon)).isOne();
		this.hears.event(new AccountFactsChanged(customer, name(customer), "Cloud", "OTHER", null));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> again(coupon));
	}

	/** Another coupon on the same terms, past all rules of the service. */
	private int again(String coupon) {
		return this.jdbc.sql("""
				insert into coupon (id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, face_minor,
				                    balance_minor, minimum_minor, invoice_to_user, signing_entity, effective_at,
				                    expires_at, created_at)
				select :id, type, partner_id, owner_partner_id, quota_id, customer_id, epoch, face_minor, face_minor,
				       minimum_minor, invoice_to_user, signing_entity, effective_at, expires_at, created_at
				from coupon
				where id = :coupon::uuid
				""").param("id", Ids.next()).param("coupon", coupon).update();
	}

}
