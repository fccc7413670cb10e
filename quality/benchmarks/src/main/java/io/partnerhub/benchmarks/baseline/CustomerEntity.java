package io.partnerhub.benchmarks.baseline;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A customer's present link (VOU-07). */
@Entity
@Table(name = "known_customer")
@SuppressWarnings("NullAway.Init")
class CustomerEntity {

	@Id
	@Column(name = "customer_id")
	UUID id;

	@Column(name = "owner_partner_id")
	UUID ownerPartnerId;

	int epoch;

	@Column(name = "association_type")
	String associationType;

	boolean active;

}
