package io.partnerhub.program.directory;

import java.util.Optional;
import java.util.Set;

import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Role;
import io.partnerhub.program.ProgramProperties;
import io.partnerhub.program.credential.Credential;
import io.partnerhub.program.credential.Credential.Holder.OfCustomer;
import io.partnerhub.program.credential.Credential.Holder.OfPartner;
import io.partnerhub.program.credential.Credentials;
import io.partnerhub.program.directory.DirectoryApi.Kind;
import io.partnerhub.program.directory.DirectoryApi.KnownKey;
import io.partnerhub.program.directory.DirectoryApi.KnownLogin;
import io.partnerhub.program.member.Member;
import io.partnerhub.program.member.Members;
import io.partnerhub.program.member.RoleRules;
import io.partnerhub.program.partner.Partner;
import io.partnerhub.program.partner.Partners;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what the gateway certifies: partner, roles, permission items and data
 * scope of a member, or the rights of the main account for a partner's key.
 */
@Service
class Directory {

	private static final Set<Role> MAIN_ACCOUNT = Set.of(Role.SYSTEM_ADMIN);

	private final ProgramProperties properties;

	private final Members members;

	private final Partners partners;

	private final Credentials credentials;

	Directory(ProgramProperties properties, Members members, Partners partners, Credentials credentials) {
		this.properties = properties;
		this.members = members;
		this.partners = partners;
		this.credentials = credentials;
	}

	@Transactional(readOnly = true)
	public Optional<KnownLogin> login(String issuer, String subject) {
		return this.properties.vendorOperator(issuer, subject)
			.map((operator) -> KnownLogin.vendor(operator.login()))
			.or(() -> this.members.withLogin(issuer, subject).map(this::known));
	}

	@Transactional(readOnly = true)
	public Optional<KnownKey> key(String accessKey) {
		return this.credentials.find(accessKey).map(this::known);
	}

	private KnownLogin known(Member member) {
		Partner partner = this.partners.get(member.ownerPartnerId());
		PartnerType type = partner.type();
		return new KnownLogin(Kind.PARTNER, member.loginName(), member.partnerId(), member.ownerPartnerId(), type,
				member.id(), member.roles(), RoleRules.permissions(member.roles(), type),
				RoleRules.scope(member.roles()), partner.settings().verificationCodeRequired());
	}

	private KnownKey known(Credentials.WithSecret key) {
		Credential credential = key.credential();
		return switch (credential.holder()) {
			case OfPartner(var partnerId, var ownerPartnerId) -> {
				PartnerType type = this.partners.get(ownerPartnerId).type();
				yield new KnownKey(credential.accessKey(), key.secret(), Kind.PARTNER, partnerId, ownerPartnerId, type,
						null, RoleRules.permissions(MAIN_ACCOUNT, type), credential.state().name());
			}
			case OfCustomer(var customerId) -> new KnownKey(credential.accessKey(), key.secret(), Kind.CUSTOMER, null,
					null, null, customerId, Set.of(), credential.state().name());
		};
	}

}
