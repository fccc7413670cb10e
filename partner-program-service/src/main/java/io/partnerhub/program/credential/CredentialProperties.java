package io.partnerhub.program.credential;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How access keys are kept.
 *
 * @param key keyset (Tink, AEAD, JSON) that encrypts secrets; its primary key encrypts,
 * all its keys decrypt, so that keys can be rotated
 * @param perHolder active access keys of one partner or customer, 1–10
 */
@Validated
@ConfigurationProperties("partnerhub.credentials")
record CredentialProperties(@NotNull Resource key, @DefaultValue("2") @Min(1) @Max(10) int perHolder) {
}
