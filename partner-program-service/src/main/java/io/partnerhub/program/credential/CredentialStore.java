package io.partnerhub.program.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.program.credential.Credential.Holder;
import io.partnerhub.program.credential.Credential.Holder.OfCustomer;
import io.partnerhub.program.credential.Credential.Holder.OfPartner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of access keys; the secret is ciphertext here. */
@Component
class CredentialStore {

	private static final String SELECT = """
			select id, access_key, kind, partner_id, owner_partner_id, customer_id, state, created_at, disabled_at, secret
			from credential
			""";

	private final JdbcClient jdbc;

	CredentialStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if an active key of the holder stands in the slot. */
	boolean insert(Credential credential, byte[] secret, int slot, String by) {
		OfPartner partner = (credential.holder() instanceof OfPartner holder) ? holder : null;
		OfCustomer customer = (credential.holder() instanceof OfCustomer holder) ? holder : null;
		return this.jdbc.sql("""
				insert into credential (id, kind, partner_id, owner_partner_id, customer_id, slot, access_key, secret,
				                        state, created_at, created_by)
				values (:id, :kind, :tenant, :owner, :customer, :slot, :accessKey, :secret, 'ACTIVE', :now, :by)
				on conflict (holder_id, slot) where state = 'ACTIVE' do nothing
				""")
			.param("id", credential.id())
			.param("kind", (partner != null) ? "PARTNER" : "CUSTOMER")
			.param("tenant", (partner != null) ? partner.partnerId() : null)
			.param("owner", (partner != null) ? partner.ownerPartnerId() : null)
			.param("customer", (customer != null) ? customer.customerId() : null)
			.param("slot", slot)
			.param("accessKey", credential.accessKey())
			.param("secret", secret)
			.param("now", Timestamp.from(credential.createdAt()))
			.param("by", by)
			.update() == 1;
	}

	List<Credential> list(UUID tenant, UUID owner, PageQuery query) {
		return this.jdbc.sql(SELECT + """
				where partner_id = :tenant and owner_partner_id = :owner and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("tenant", tenant)
			.param("owner", owner)
			.param("after", query.after())
			.param("fetch", query.fetch())
			.query((row, index) -> credential(row))
			.list();
	}

	Optional<Credential> lock(String accessKey, UUID tenant, UUID owner) {
		return this.jdbc.sql(SELECT + """
				where access_key = :accessKey and partner_id = :tenant and owner_partner_id = :owner
				for update
				""")
			.param("accessKey", accessKey)
			.param("tenant", tenant)
			.param("owner", owner)
			.query((row, index) -> credential(row))
			.optional();
	}

	Optional<Credential> lock(String accessKey) {
		return this.jdbc.sql(SELECT + "where access_key = :accessKey for update")
			.param("accessKey", accessKey)
			.query((row, index) -> credential(row))
			.optional();
	}

	Optional<Encrypted> findActive(String accessKey) {
		return this.jdbc.sql(SELECT + "where access_key = :accessKey and state = 'ACTIVE'")
			.param("accessKey", accessKey)
			.query((row, index) -> new Encrypted(credential(row), row.getBytes("secret")))
			.optional();
	}

	void disable(Credential credential, Instant now, String by) {
		this.jdbc.sql("""
				update credential
				set state = 'DISABLED', secret = null, disabled_at = :now, disabled_by = :by
				where id = :id
				""").param("now", Timestamp.from(now)).param("by", by).param("id", credential.id()).update();
	}

	private static Credential credential(ResultSet row) throws SQLException {
		return new Credential(row.getObject("id", UUID.class), row.getString("access_key"), holder(row),
				Credential.State.valueOf(row.getString("state")), row.getTimestamp("created_at").toInstant(),
				instant(row.getTimestamp("disabled_at")));
	}

	private static Holder holder(ResultSet row) throws SQLException {
		return row.getString("kind").equals("PARTNER")
				? new OfPartner(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class))
				: new OfCustomer(row.getObject("customer_id", UUID.class));
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

	/** A key with its ciphertext. */
	record Encrypted(Credential credential, byte[] secret) {
	}

}
