package io.partnerhub.coupon.delegation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Two levels of quota under load: nothing is overspent, lost or doubled. */
@CouponTest
@Tag("I-01")
@Tag("I-02")
@Tag("I-09")
class ConcurrentDelegationTests {

	private static final int ATTEMPTS = 320;

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private JdbcClient jdbc;

	private Tree tree;

	@BeforeEach
	void aTree() {
		this.tree = Tree.planted(this.client, this.hears);
	}

	@RepeatedTest(3)
	void neverPassesOnOrIssuesMoreThanThereIs() throws Exception {
		UUID customer = Ids.next();
		this.hears.event(this.tree.distributor().linked(customer, 1, AssociationType.RESALE));
		Callable<Integer> issue = () -> this.tree.admin()
			.post("/api/v1/vouchers", A.issue(this.tree.quota(), "1.00", customer))
			.status();
		Callable<Integer> pass = () -> this.tree.pass("1.00", this.tree.reseller().id()).status();
		List<Integer> outcomes = all(IntStream.range(0, ATTEMPTS).mapToObj((n) -> (n % 2 == 0) ? issue : pass));
		assertThat(outcomes).containsOnly(201, 409);
		assertThat(outcomes.stream().filter((status) -> status == 201)).hasSize(100);
		assertThat(this.tree.part("balance")).isEqualTo("0.00");
		assertConserved();
	}

	@RepeatedTest(3)
	void keepsEveryUnitWhileQuotasAreTakenBack() throws Exception {
		List<String> quotas = Stream.generate(() -> this.tree.passed("10.00")).limit(10).toList();
		List<String> vouchers = quotas.stream()
			.flatMap((quota) -> Stream.generate(() -> this.tree.issued(quota, "1.00")).limit(3))
			.toList();
		List<Integer> outcomes = all(
				IntStream.range(0, ATTEMPTS).mapToObj((n) -> attempt(n, quotas.get(n % 10), vouchers.get(n % 30))));
		assertThat(outcomes).containsOnly(200, 201, 409);
		quotas.forEach(this.tree::reclaim);
		assertThat(this.tree.part("value")).isEqualTo("100.00");
		assertConserved();
		assertThat(nothingStrands()).isTrue();
	}

	private Callable<Integer> attempt(int number, String quota, String voucher) {
		return switch (number % 8) {
			case 0 -> () -> this.tree.reclaim(quota).status();
			case 1, 2, 3 ->
				() -> this.tree.resellers().post("/api/v1/vouchers/" + voucher + "/reclamation", Map.of()).status();
			default -> () -> this.tree.resellers()
				.post("/api/v1/vouchers", A.issue(quota, "1.00", this.tree.customer()))
				.status();
		};
	}

	private static List<Integer> all(Stream<Callable<Integer>> attempts) throws Exception {
		List<Integer> outcomes = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			for (Future<Integer> outcome : threads.invokeAll(attempts.toList())) {
				outcomes.add(outcome.get());
			}
		}
		return outcomes;
	}

	/**
	 * Parent and parts, counted again from resellers' quotas, coupons and the journal.
	 */
	private void assertConserved() {
		assertThat(this.jdbc
			.sql("""
					select p.granted_minor = 10000
					       and p.delegated_minor = (select sum(granted_minor - withdrawn_minor)
					                                from quota where parent_quota_id = p.id)
					       and 10000 = p.available_minor
					                   + (select sum(available_minor) from quota where parent_quota_id = p.id)
					                   + (select coalesce(sum(c.balance_minor), 0)
					                      from coupon c join quota q on q.id = c.quota_id
					                      where p.id in (q.id, q.parent_quota_id))
					       and not exists (select
					                       from quota q
					                       where p.id in (q.id, q.parent_quota_id)
					                         and q.last_sequence <> (select count(*) from quota_journal where quota_id = q.id))
					from quota p
					where p.id = :id::uuid
					""")
			.param("id", this.tree.quota())
			.query(Boolean.class)
			.single()).isTrue();
	}

	private boolean nothingStrands() {
		return this.jdbc
			.sql("""
					select bool_and(state = 'RECLAIMED' and available_minor = 0 and live_minor + withdrawn_minor = granted_minor)
					from quota
					where parent_quota_id = :id::uuid
					""")
			.param("id", this.tree.quota())
			.query(Boolean.class)
			.single();
	}

}
