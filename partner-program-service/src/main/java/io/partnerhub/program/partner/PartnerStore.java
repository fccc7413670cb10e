package io.partnerhub.program.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.platform.page.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of partners. */
@Component
class PartnerStore {

	private static final String SELECT = """
			select id, partner_id, type, name, email, mobile, allowed_association_types, verification_code_required,
			       mail_language, settings_version, status, registered_at
			from partner
			""";

	private final JdbcClient jdbc;

	PartnerStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(Partner partner, String by) {
		this.jdbc
			.sql("""
					insert into partner (id, partner_id, type, name, email, mobile, allowed_association_types,
					                     verification_code_required, mail_language, settings_version, status,
					                     registered_at, registered_by)
					values (:id, :tenant, :type, :name, :email, :mobile, :types, :codes, :language, :version, :status, :registeredAt, :by)
					""")
			.params(parameters(partner.settings()))
			.param("id", partner.id())
			.param("tenant", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.param("status", partner.status().name())
			.param("registeredAt", Timestamp.from(partner.registeredAt()))
			.param("by", by)
			.update();
	}

	Optional<Partner> find(UUID id) {
		return find(id, "");
	}

	/** Nobody changes it until the transaction ends. */
	Optional<Partner> share(UUID id) {
		return find(id, " for share");
	}

	Optional<Partner> lock(UUID id) {
		return find(id, " for update");
	}

	void updateStatus(Partner partner) {
		this.jdbc.sql("update partner set status = :status where id = :id")
			.param("status", partner.status().name())
			.param("id", partner.id())
			.update();
	}

	void updateSettings(Partner partner) {
		this.jdbc.sql("""
				update partner
				set email = :email, mobile = :mobile, allowed_association_types = :types,
				    verification_code_required = :codes, mail_language = :language, settings_version = :version
				where id = :id
				""").params(parameters(partner.settings())).param("id", partner.id()).update();
	}

	List<Partner> list(PageQuery query) {
		return this.jdbc.sql(SELECT + """
				where (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("after", query.after())
			.param("fetch", query.fetch())
			.query((row, index) -> partner(row))
			.list();
	}

	List<Partner> resellers(UUID tenant, PageQuery query) {
		return this.jdbc.sql(SELECT + """
				where partner_id = :tenant and type = 'RESELLER' and (:after::uuid is null or id < :after)
				order by id desc
				limit :fetch
				""")
			.param("tenant", tenant)
			.param("after", query.after())
			.param("fetch", query.fetch())
			.query((row, index) -> partner(row))
			.list();
	}

	private Optional<Partner> find(UUID id, String lock) {
		return this.jdbc.sql(SELECT + "where id = :id" + lock)
			.param("id", id)
			.query((row, index) -> partner(row))
			.optional();
	}

	private static Map<String, @Nullable Object> parameters(Settings settings) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("email", settings.email());
		parameters.put("mobile", settings.mobile());
		parameters.put("types", settings.allowedAssociationTypes().stream().map(Enum::name).toArray(String[]::new));
		parameters.put("codes", settings.verificationCodeRequired());
		parameters.put("language", settings.mailLanguage());
		parameters.put("version", settings.version());
		return parameters;
	}

	private static Partner partner(ResultSet row) throws SQLException {
		return new Partner(row.getObject("id", UUID.class), row.getObject("partner_id", UUID.class),
				PartnerType.valueOf(row.getString("type")), row.getString("name"), settings(row),
				PartnerStatus.valueOf(row.getString("status")), row.getTimestamp("registered_at").toInstant());
	}

	private static Settings settings(ResultSet row) throws SQLException {
		Set<AssociationType> types = EnumSet.noneOf(AssociationType.class);
		for (String name : (String[]) row.getArray("allowed_association_types").getArray()) {
			types.add(AssociationType.valueOf(name));
		}
		return new Settings(row.getString("email"), row.getString("mobile"), Collections.unmodifiableSet(types),
				row.getBoolean("verification_code_required"), row.getString("mail_language"),
				row.getLong("settings_version"));
	}

}
