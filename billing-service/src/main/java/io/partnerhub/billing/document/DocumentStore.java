package io.partnerhub.billing.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of files; their bytes lie in the object store. */
@Component
class DocumentStore {

	private static final String COLUMNS = """
			select id, partner_id, owner_partner_id, type, bytes, uploaded_at
			from invoice_file
			""";

	private static final String UPLOADED_BY = """
			owner_partner_id is not distinct from cast(:owner as uuid)
			and partner_id is not distinct from cast(:partner as uuid)
			""";

	private final JdbcClient jdbc;

	DocumentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Document document, byte[] sha256, String operator) {
		this.jdbc.sql("""
				insert into invoice_file (id, partner_id, owner_partner_id, type, bytes, sha256, operator, uploaded_at)
				values (:id, cast(:partner as uuid), cast(:owner as uuid), :type, :bytes, :sha256, :operator, :at)
				""")
			.param("id", document.id())
			.param("partner", partner(document.realm()))
			.param("owner", owner(document.realm()))
			.param("type", document.type().name())
			.param("bytes", document.bytes())
			.param("sha256", sha256)
			.param("operator", operator)
			.param("at", Timestamp.from(document.uploadedAt()))
			.update();
	}

	Optional<Document> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id")
			.param("id", id)
			.query((row, index) -> document(row))
			.optional();
	}

	/** One that the partner uploaded. */
	Optional<Document> find(Realm realm, UUID id) {
		return this.jdbc.sql(COLUMNS + "where id = :id and partner_id = :partner and owner_partner_id = :owner")
			.param("id", id)
			.param("partner", realm.partnerId())
			.param("owner", realm.ownerPartnerId())
			.query((row, index) -> document(row))
			.optional();
	}

	/** False if there is no such file of the uploader, or it has an invoice already. */
	boolean attach(UUID id, @Nullable Realm realm) {
		return this.jdbc
			.sql("update invoice_file set attached = true where id = :id and not attached and " + UPLOADED_BY)
			.param("id", id)
			.param("partner", partner(realm))
			.param("owner", owner(realm))
			.update() == 1;
	}

	List<UUID> removeLoose(Instant before, int limit) {
		return this.jdbc.sql("""
				delete from invoice_file
				where id = any(array(select id from invoice_file where not attached and uploaded_at < :before
				                     order by uploaded_at limit :limit for update skip locked))
				returning id
				""")
			.param("before", Timestamp.from(before))
			.param("limit", limit)
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	/** Which of some objects are files of its. */
	Set<UUID> named(Collection<UUID> objects) {
		return Set.copyOf(this.jdbc.sql("select id from invoice_file where id = any(:objects)")
			.param("objects", objects.toArray(UUID[]::new))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list());
	}

	private static @Nullable UUID partner(@Nullable Realm realm) {
		return (realm != null) ? realm.partnerId() : null;
	}

	private static @Nullable UUID owner(@Nullable Realm realm) {
		return (realm != null) ? realm.ownerPartnerId() : null;
	}

	private static Document document(ResultSet row) throws SQLException {
		UUID partner = row.getObject("partner_id", UUID.class);
		Realm realm = (partner != null) ? new Realm(partner, row.getObject("owner_partner_id", UUID.class)) : null;
		return new Document(row.getObject("id", UUID.class), realm, DocumentType.valueOf(row.getString("type")),
				row.getInt("bytes"), row.getTimestamp("uploaded_at").toInstant());
	}

}
