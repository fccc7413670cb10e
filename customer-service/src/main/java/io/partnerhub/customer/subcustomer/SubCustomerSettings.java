package io.partnerhub.customer.subcustomer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is offered to a partner's platform.
 *
 * @param accountsPerMobile accounts with one mobile number, 1–1000
 */
@Validated
@ConfigurationProperties("partnerhub.sub-customers")
record SubCustomerSettings(@DefaultValue("5") @Min(1) @Max(1000) int accountsPerMobile) {
}
