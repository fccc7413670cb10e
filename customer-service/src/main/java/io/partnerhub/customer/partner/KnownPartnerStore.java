package io.partnerhub.customer.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.mail.MailSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of known partners. */
@Repository
class KnownPartnerStore {

	private static final String SELECT = """
			select p.partner_id, p.owner_partner_id, p.type, p.name, p.email, p.mobile, p.allowed_association_types,
			       p.code_required, p.mail_language,
			       p.status = 'FROZEN' or coalesce(t.status = 'FROZEN', false) as frozen
			from known_partner p left join known_partner t on t.owner_partner_id = p.partner_id
			where p.owner_partner_id = :owner
			""";

	private final JdbcClient jdbc;

	private final MailSettings settings;

	KnownPartnerStore(JdbcClient jdbc, MailSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	Optional<KnownPartner> find(UUID owner) {
		return find(owner, "");
	}

	/** Its distributor's row as well: a reseller's health follows it. */
	Optional<KnownPartner> findForShare(UUID owner) {
		this.jdbc.sql("""
				select 1 from known_partner
				where owner_partner_id = :owner
				   or owner_partner_id = (select p.partner_id from known_partner p where p.owner_partner_id = :owner)
				order by owner_partner_id
				for share
				""").param("owner", owner).query((row, index) -> row.getInt(1)).list();
		return find(owner, "");
	}

	Optional<KnownPartner> findForUpdate(UUID owner) {
		return find(owner, "for update of p");
	}

	private Optional<KnownPartner> find(UUID owner, String lock) {
		return this.jdbc.sql(SELECT + lock).param("owner", owner).query(this::partner).optional();
	}

	void save(PartnerRegistered partner) {
		this.jdbc.sql("""
				insert into known_partner (owner_partner_id, partner_id, type, name, email, mobile, status)
				values (:owner, :partner, :type, :name, :email, :mobile, :status)
				on conflict (owner_partner_id) do update
				   set name = excluded.name, email = excluded.email, mobile = excluded.mobile
				""")
			.param("owner", partner.ownerPartnerId())
			.param("partner", partner.partnerId())
			.param("type", partner.type().name())
			.param("name", partner.name())
			.param("email", partner.email())
			.param("mobile", partner.mobile())
			.param("status", partner.status().name())
			.update();
	}

	boolean setSettings(PartnerSettingsChanged settings) {
		return this.jdbc.sql("""
				update known_partner
				set email = :email, mobile = :mobile, allowed_association_types = :types, code_required = :codes,
				    mail_language = :language
				where owner_partner_id = :owner
				""")
			.param("owner", settings.ownerPartnerId())
			.param("email", settings.email())
			.param("mobile", settings.mobile())
			.param("types", settings.allowedAssociationTypes().stream().map(Enum::name).toArray(String[]::new))
			.param("codes", settings.verificationCodeRequired())
			.param("language", settings.mailLanguage())
			.update() == 1;
	}

	boolean setStatus(UUID owner, PartnerStatus status) {
		return this.jdbc.sql("update known_partner set status = :status where owner_partner_id = :owner")
			.param("owner", owner)
			.param("status", status.name())
			.update() == 1;
	}

	private KnownPartner partner(ResultSet row, int index) throws SQLException {
		String language = row.getString("mail_language");
		String[] types = (String[]) row.getArray("allowed_association_types").getArray();
		return new KnownPartner(row.getObject("partner_id", UUID.class), row.getObject("owner_partner_id", UUID.class),
				PartnerType.valueOf(row.getString("type")), row.getString("name"), row.getString("email"),
				row.getString("mobile"), row.getBoolean("frozen"),
				Arrays.stream(types).map(AssociationType::valueOf).collect(Collectors.toCollection(TreeSet::new)),
				row.getBoolean("code_required"), (language != null) ? Language.of(language) : this.settings.language());
	}

}
