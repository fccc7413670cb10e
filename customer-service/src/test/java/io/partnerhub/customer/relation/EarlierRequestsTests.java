package io.partnerhub.customer.relation;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Requests made before there were several kinds stay what they were. */
@Tag("DIS-07")
class EarlierRequestsTests {

	private final UUID partner = Ids.next();

	private final UUID customer = Ids.next();

	private final UUID request = Ids.next();

	private JdbcClient jdbc;

	@BeforeEach
	void migrateWithARequestThatRuns() {
		DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.create());
		this.jdbc = JdbcClient.create(database);
		FluentConfiguration flyway = Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/platform", "classpath:db/customer");
		flyway.target("3").load().migrate();
		insert("""
				insert into customer (id, account_name, created_at) values (:customer, 'acme', '2026-01-01Z')
				""");
		insert("""
				insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type,
				                         associated_at, ended_at, end_reason)
				values (:request, :partner, :partner, :customer, 1, 'ADVISORY', '2026-01-01Z', '2026-01-03Z', 'r')
				""");
		insert("""
				insert into disassociation (id, partner_id, owner_partner_id, customer_id, epoch, initiator, reason,
				                            requested_by, requested_at, slot, blocked_until, state, decided_at)
				values (:request, :partner, :partner, :customer, 1, 'PARTNER', 'r', 'admin', '2026-01-02Z', 1,
				        '2026-04-02Z', 'EXECUTING', '2026-01-03Z')
				""");
		insert("insert into disassociation_step (disassociation_id, step) values (:request, 'COUPON')");
		flyway.target("7").load().migrate();
	}

	@Test
	void keepTheirMeaning() {
		Map<String, Object> row = this.jdbc
			.sql("""
					select d.kind, d.from_type, d.answer_by = '2026-02-01Z' as answerable, s.waiting_since = d.decided_at as waits
					from disassociation d join disassociation_step s on s.disassociation_id = d.id
					""")
			.query()
			.singleRow();
		assertThat(row)
			.isEqualTo(Map.of("kind", "DISASSOCIATION", "from_type", "ADVISORY", "answerable", true, "waits", true));
	}

	@Test
	@Tag("DIS-06")
	@Tag("DIS-14")
	void andNoneIsHalfOfAnotherKind() {
		refused("kind = 'MODEL_SWITCH'", "disassociation_switch");
		refused("kind = 'MODEL_SWITCH', to_type = 'ADVISORY'", "disassociation_switch");
		refused("to_type = 'RESALE'", "disassociation_switch");
		refused("kind = 'TRANSFER', slot = null, blocked_until = null", "disassociation_transfer");
		refused("kind = 'TRANSFER', slot = null, blocked_until = null, to_partner_id = owner_partner_id",
				"disassociation_transfer");
		refused("slot = null, blocked_until = null", "disassociation_counted");
		refused("answer_by = requested_at", "disassociation_answer_by");
	}

	private void refused(String change, String constraint) {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update disassociation set " + change).update())
			.withMessageContaining(constraint);
	}

	private void insert(String sql) {
		this.jdbc.sql(sql)
			.params(Map.of("request", this.request, "partner", this.partner, "customer", this.customer))
			.update();
	}

}
