package io.partnerhub.billing.bank;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How the bank is reached and what is known of accounts kept.
 *
 * @param dataKey keyset (Tink, AEAD, JSON) that encrypts bank data; its primary key
 * encrypts, all its keys decrypt, so that keys can be rotated
 * @param answersAfter how late the simulated bank is where it answers late
 */
@Validated
@ConfigurationProperties("partnerhub.bank")
record BankSettings(@NotNull Resource dataKey, @DefaultValue("5s") Duration answersAfter) {
}
