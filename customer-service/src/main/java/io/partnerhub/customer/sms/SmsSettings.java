package io.partnerhub.customer.sms;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How text messages leave.
 *
 * @param mailDomain domain of the mail gateway
 */
@Validated
@ConfigurationProperties("partnerhub.sms")
record SmsSettings(@DefaultValue("sms.partner-hub.example") @Pattern(regexp = "[a-z0-9.-]{1,200}") String mailDomain) {
}
