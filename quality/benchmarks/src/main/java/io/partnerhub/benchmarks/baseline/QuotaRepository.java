package io.partnerhub.benchmarks.baseline;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** Quotas, locked to be taken from. */
interface QuotaRepository extends JpaRepository<QuotaEntity, UUID> {

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<QuotaEntity> findByIdAndOwnerPartnerId(UUID id, UUID ownerPartnerId);

}
