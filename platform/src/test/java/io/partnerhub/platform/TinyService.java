package io.partnerhub.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.partnerhub.platform.batch.BatchProperties;
import io.partnerhub.platform.batch.GroupCommit;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.KeepsItsAnswer;
import io.partnerhub.platform.idempotency.Keyed;
import io.partnerhub.platform.idempotency.OncePerKey;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service: one command, whose effect is one row. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(TinyService.Effects.class)
public class TinyService {

	/** A test says what happens between the effect and the answer. */
	@RestController
	public static class Effects {

		private final JdbcClient jdbc;

		private volatile Runnable afterEffect = () -> {
		};

		private final OncePerKey answers;

		private final GroupCommit<Keyed<Map<String, String>>, ResponseEntity<byte[]>> queue;

		Effects(JdbcClient jdbc, OncePerKey answers, BatchProperties properties,
				PlatformTransactionManager transactions) {
			this.jdbc = jdbc;
			this.answers = answers;
			this.queue = new GroupCommit<>("effects", properties, new TransactionTemplate(transactions), this::effects);
			this.queue.start();
			jdbc.sql("create table if not exists effect (name text not null)").update();
		}

		public void afterEffect(Runnable action) {
			this.afterEffect = action;
		}

		public long count(String name) {
			return this.jdbc.sql("select count(*) from effect where name = :name")
				.param("name", name)
				.query(Long.class)
				.single();
		}

		@PostMapping("/api/v1/effects")
		@RequiresIdempotencyKey
		ResponseEntity<Map<String, String>> create(@RequestBody Map<String, String> order) {
			this.jdbc.sql("insert into effect (name) values (:name)").param("name", order.get("name")).update();
			this.afterEffect.run();
			return ResponseEntity.created(URI.create("/api/v1/effects/" + order.get("name")))
				.eTag("\"1\"")
				.body(Map.of("id", Ids.next().toString()));
		}

		/** The same command, sharing its transaction with others. */
		@PostMapping("/api/v1/shared-effects")
		@RequiresIdempotencyKey
		@KeepsItsAnswer
		ResponseEntity<byte[]> share(CommandKey key, @RequestBody Map<String, String> order) {
			return this.answers.unlessRunning(key, () -> this.queue.run("effects", new Keyed<>(key, order)));
		}

		private List<Outcome<ResponseEntity<byte[]>>> effects(List<Keyed<Map<String, String>>> orders) {
			return this.answers.run(orders, HttpStatus.CREATED,
					(fresh) -> fresh.stream().map((order) -> Outcome.decided(() -> effect(order))).toList());
		}

		private Map<String, String> effect(Map<String, String> order) {
			this.jdbc.sql("insert into effect (name) values (:name)").param("name", order.get("name")).update();
			this.afterEffect.run();
			return Map.of("id", Ids.next().toString());
		}

	}

}
