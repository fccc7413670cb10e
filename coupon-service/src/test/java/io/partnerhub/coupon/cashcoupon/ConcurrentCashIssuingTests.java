package io.partnerhub.coupon.cashcoupon;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** Issue and the beginning of a RESALE link meet in every order. */
class ConcurrentCashIssuingTests extends SubsidyScenario {

	private static final int ATTEMPTS = 320;

	private static final int PER_CUSTOMER = 8;

	private final A.Partner seller = A.partner();

	@RepeatedTest(3)
	@Tag("I-10")
	@Tag("I-07")
	@Tag("ASC-05")
	void leavesNothingInTheHandsOfWhoBecomesResale() throws Exception {
		List<UUID> customers = new ArrayList<>();
		for (int i = 0; i < ATTEMPTS / PER_CUSTOMER; i++) {
			customers.add(account(ENTITY, null));
		}
		list(customers.toArray(UUID[]::new)).expect(200);
		String quota = cashQuota("1000.00", true);
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (Future<Integer> outcome : threads.invokeAll(attempts(quota, customers))) {
				assertThat(outcome.get()).isIn(0, 201, 409);
			}
		}
		assertThat(live(customers)).isZero();
		assertThat(available(quota)).isEqualTo("1000.00");
	}

	/** In the midst of every customer's coupons his link begins. */
	private List<Callable<Integer>> attempts(String quota, List<UUID> customers) {
		List<Callable<Integer>> attempts = new ArrayList<>();
		for (UUID customer : customers) {
			for (int i = 0; i < PER_CUSTOMER; i++) {
				if (i == PER_CUSTOMER / 2) {
					attempts.add(() -> {
						this.hears.event(this.seller.linked(customer, 1, AssociationType.RESALE));
						return 0;
					});
				}
				attempts.add(() -> issue(quota, "1.00", customer).status());
			}
		}
		return attempts;
	}

	private int live(List<UUID> customers) {
		return this.jdbc.sql("select count(*) from coupon where customer_id = any(:ids) and balance_minor > 0")
			.param("ids", customers.toArray(UUID[]::new))
			.query(Integer.class)
			.single();
	}

}
