package io.partnerhub.coupon.voucher;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@CouponTest
class ConcurrentIssuingTests {

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private JdbcClient jdbc;

	/** 320 commands, half of them sent a second time with the same key. */
	@RepeatedTest(3)
	@Tag("VOU-04")
	@Tag("I-01")
	@Tag("I-41")
	void neverIssuesMoreThanTheQuotaHolds() throws Exception {
		A.Partner partner = A.partner();
		UUID customer = Ids.next();
		this.hears.event(partner.registered());
		this.hears.event(partner.linked(customer, 1, AssociationType.RESALE));
		String quota = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(partner, "100.00"))
			.expect(201)
			.text("/id");
		Caller issuer = partner.administrator();
		try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
			List<Future<Attempt>> outcomes = threads.invokeAll(IntStream.range(0, 480)
				.mapToObj((number) -> attempt(issuer, quota, customer, "key-" + quota + number % 320))
				.toList());
			Map<String, Set<String>> vouchers = new HashMap<>();
			for (Future<Attempt> outcome : outcomes) {
				Attempt attempt = outcome.get();
				assertThat(attempt.status()).isIn(201, 409);
				if (attempt.status() == 201) {
					vouchers.computeIfAbsent(attempt.key(), (key) -> new HashSet<>()).add(attempt.voucher());
				}
			}
			assertThat(vouchers).hasSize(100).values().allSatisfy((each) -> assertThat(each).hasSize(1));
		}
		assertThat(journalAgrees(quota)).isTrue();
	}

	private Callable<Attempt> attempt(Caller issuer, String quota, UUID customer, String key) {
		return () -> {
			HubClient.Answer answer = this.client.as(issuer)
				.with("Idempotency-Key", key)
				.post("/api/v1/vouchers", A.issue(quota, "1.00", customer));
			return new Attempt(key, answer.status(), (answer.status() == 201) ? answer.text("/vouchers/0/id") : "");
		};
	}

	private record Attempt(String key, int status, String voucher) {
	}

	private boolean journalAgrees(String quota) {
		return this.jdbc.sql("""
				select q.available_minor = 0 and q.live_minor = 10000
				       and q.last_sequence = (select count(*) from quota_journal where quota_id = q.id)
				       and q.live_minor = (select sum(balance_minor) from coupon where quota_id = q.id)
				       and q.available_minor = (select sum(case when kind in ('GRANTED', 'RECLAIMED') then amount_minor
				                                                when kind = 'ISSUED' then -amount_minor else 0 end)
				                                from quota_journal where quota_id = q.id)
				from quota q
				where q.id = :id::uuid
				""").param("id", quota).query(Boolean.class).single();
	}

}
