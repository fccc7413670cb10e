package io.partnerhub.customer.invitation;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Evidence that was kept with the invitation is not lost (INV-14). */
@Tag("INV-14")
class EvidenceMigrationTests {

	private static final String BEFORE = """
			insert into pre_registration (id, partner_id, owner_partner_id, customer_name, contact_name, email, state, slot,
			                              registered_at, valid_until, created_by)
			values ('00000000-0000-7000-8000-000000000001', :partner::uuid, :partner::uuid, 'Li', 'Li', 'li@x.example',
			        'ASSOCIATED', 1, :at::timestamptz, :at::timestamptz + interval '15 days', 'admin');
			insert into mail (id, partner_id, recipient, state, next_attempt_at, discard_at, sent_at)
			values ('00000000-0000-7000-8000-000000000002', :partner::uuid, 'li@x.example', 'SENT', :at::timestamptz,
			        :at::timestamptz, :at::timestamptz);
			insert into invitation (id, partner_id, owner_partner_id, pre_registration_id, association_type, language,
			                        token_digest, mail_id, state, invited_by, invited_at, expires_at, used_at, used_by,
			                        accepted_notice, accepted_login, accepted_from)
			values ('00000000-0000-7000-8000-000000000003', :partner::uuid, :partner::uuid,
			        '00000000-0000-7000-8000-000000000001', :type, :language, sha256('token'),
			        '00000000-0000-7000-8000-000000000002', 'USED', 'admin', :at::timestamptz,
			        :at::timestamptz + interval '7 days', :at::timestamptz,
			        '00000000-0000-7000-8000-000000000004', '2026-01', 'li', '203.0.113.7');
			insert into customer (id, account_name, created_at)
			values ('00000000-0000-7000-8000-000000000004', 'li', :at::timestamptz);
			insert into association (id, partner_id, owner_partner_id, customer_id, epoch, association_type, invitation_id,
			                         associated_at)
			values ('00000000-0000-7000-8000-000000000005', :partner::uuid, :partner::uuid,
			        '00000000-0000-7000-8000-000000000004', 1, :type, '00000000-0000-7000-8000-000000000003',
			        :at::timestamptz)
			""";

	@Test
	void movesWhatWasKeptWithTheInvitation() {
		for (AssociationType type : AssociationType.values()) {
			for (Language language : Language.values()) {
				DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.create());
				JdbcClient jdbc = JdbcClient.create(database);
				migrate(database, "3");
				insert(jdbc, type, language);
				migrate(database, "5");
				Map<String, Object> row = jdbc.sql("select * from association_evidence").query().singleRow();
				assertThat(row).containsEntry("channel", "ONLINE_EMAIL")
					.containsEntry("notice_version", "2026-01")
					.containsEntry("notice_language", language.code())
					.containsEntry("login", "li")
					.containsEntry("address", "203.0.113.7");
				assertThat(HexFormat.of().formatHex((byte[]) row.get("notice_digest")))
					.isEqualTo(Notice.of(type, language).digest());
				assertThat(((java.sql.Timestamp) row.get("accepted_at")).toInstant())
					.isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
			}
		}
	}

	private static void migrate(DriverManagerDataSource database, String target) {
		Flyway.configure()
			.dataSource(database)
			.locations("classpath:db/platform", "classpath:db/customer")
			.outOfOrder(true)
			.target(target)
			.load()
			.migrate();
	}

	private static void insert(JdbcClient jdbc, AssociationType type, Language language) {
		for (String statement : BEFORE.split(";", -1)) {
			jdbc.sql(statement)
				.param("partner", "00000000-0000-7000-8000-000000000009")
				.param("at", "2026-03-01T08:00:00Z")
				.param("type", type.name())
				.param("language", language.code())
				.update();
		}
	}

}
