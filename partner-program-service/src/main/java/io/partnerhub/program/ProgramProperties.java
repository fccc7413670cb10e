package io.partnerhub.program;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.partnerhub.contracts.AssociationType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who works for the vendor, and how large organisations and dictionaries may be.
 *
 * @param vendorOperators logins of the vendor's own people, who are members of no partner
 * @param membersPerPartner active members of one partner, 1–100,000
 * @param serviceTypes entries of the dictionary of service types, 1–100,000
 * @param incentivePolicies incentive policies of service types, month by month,
 * 1–1,000,000 (INC-11)
 * @param allowedAssociationTypes models a new partner may offer until the vendor decides
 * otherwise (INV-07)
 */
@Validated
@ConfigurationProperties("partnerhub.program")
public record ProgramProperties(@DefaultValue List<@Valid VendorOperator> vendorOperators,
		@DefaultValue("1000") @Min(1) @Max(100_000) int membersPerPartner,
		@DefaultValue("10000") @Min(1) @Max(100_000) int serviceTypes,
		@DefaultValue("100000") @Min(1) @Max(1_000_000) int incentivePolicies, @DefaultValue( {
				"ADVISORY", "RESALE" }) @NotEmpty Set<AssociationType> allowedAssociationTypes){

	/** The vendor operator behind a login of an identity provider, if it is one. */
	public Optional<VendorOperator> vendorOperator(String issuer, String subject) {
		return this.vendorOperators.stream()
			.filter((operator) -> operator.issuer().equals(issuer) && operator.subject().equals(subject))
			.findFirst();
	}

	/**
	 * One of the vendor's people.
	 *
	 * @param issuer identity provider of the login
	 * @param subject the login's subject at that provider
	 * @param login name under which he stands in records
	 */
	public record VendorOperator(@NotBlank String issuer, @NotBlank String subject, @NotBlank String login) {
	}

}
