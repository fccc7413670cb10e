package io.partnerhub.customer.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.member.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of evidence; written once, never changed. */
@Repository
class EvidenceStore {

	static final String COLUMNS = """
			e.association_id, e.channel, e.notice_version, e.notice_language, e.notice_digest, e.login, e.address,
			e.accepted_at
			""";

	private final JdbcClient jdbc;

	EvidenceStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Association link, Evidence evidence) {
		this.jdbc.sql("""
				insert into association_evidence (association_id, partner_id, owner_partner_id, channel, notice_version,
				                                  notice_language, notice_digest, login, address, accepted_at)
				values (:id, :partner, :owner, :channel, :version, :language, :digest, :login, :address, :at)
				""")
			.param("id", evidence.associationId())
			.param("partner", link.partnerId())
			.param("owner", link.ownerPartnerId())
			.param("channel", evidence.channel().name())
			.param("version", evidence.noticeVersion())
			.param("language", evidence.noticeLanguage().code())
			.param("digest", HexFormat.of().parseHex(evidence.noticeDigest()))
			.param("login", evidence.login())
			.param("address", evidence.address())
			.param("at", Timestamp.from(evidence.acceptedAt()))
			.update();
	}

	/**
	 * Whether the customer is or was linked to the partner, as far as the caller sees.
	 */
	boolean isKnown(UUID customerId, Sight sight) {
		return this.jdbc
			.sql("select exists (select from association a where " + sight.on("a") + "and a.customer_id = :customer)")
			.params(sight.parameters())
			.param("customer", customerId)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	List<Kept> of(UUID customerId, Sight sight, int limit) {
		return this.jdbc.sql("select " + COLUMNS
				+ ", a.account_manager_id from association a join association_evidence e on e.association_id = a.id where "
				+ sight.on("a") + "and a.customer_id = :customer order by a.epoch desc limit :limit")
			.params(sight.parameters())
			.param("customer", customerId)
			.param("limit", limit)
			.query((row, index) -> new Kept(read(row), row.getObject("account_manager_id", UUID.class)))
			.list();
	}

	/** The evidence in a row of a join, if there is any. */
	static @Nullable Evidence find(ResultSet row) throws SQLException {
		return (row.getObject("association_id") != null) ? read(row) : null;
	}

	private static Evidence read(ResultSet row) throws SQLException {
		return new Evidence(row.getObject("association_id", UUID.class), Channel.valueOf(row.getString("channel")),
				row.getString("notice_version"), Language.of(row.getString("notice_language")),
				HexFormat.of().formatHex(row.getBytes("notice_digest")), row.getString("login"),
				row.getString("address"), row.getTimestamp("accepted_at").toInstant());
	}

	/** Evidence, and whose customer he was by that link. */
	record Kept(Evidence evidence, @Nullable UUID accountManagerId) {
	}

}
