package io.partnerhub.customer.invitation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How invitations look.
 *
 * @param linkBase address of the acceptance page; the token is appended
 * @param validity how long a link works, in whole days (INV-04)
 */
@ConfigurationProperties("partnerhub.invitations")
record InvitationSettings(String linkBase, @DefaultValue("7d") Duration validity) {
}
