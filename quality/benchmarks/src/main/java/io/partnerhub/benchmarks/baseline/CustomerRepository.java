package io.partnerhub.benchmarks.baseline;

import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/** Rows of the baseline. */
interface CustomerRepository extends JpaRepository<CustomerEntity, UUID> {

}
