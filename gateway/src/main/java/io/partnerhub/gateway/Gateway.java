package io.partnerhub.gateway;

import io.partnerhub.platform.ServiceAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the gateway. The security chain of the services is left out: here the admission
 * filter decides who may pass.
 */
@SpringBootApplication(proxyBeanMethods = false,
		exclude = { ServiceAutoConfiguration.class, SecurityAutoConfiguration.class,
				UserDetailsServiceAutoConfiguration.class, ManagementWebSecurityAutoConfiguration.class,
				SecurityFilterAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
				OAuth2ResourceServerAutoConfiguration.class, OAuth2ResourceServerWebSecurityAutoConfiguration.class })
@ConfigurationPropertiesScan
@EnableScheduling
public final class Gateway {

	private Gateway() {
	}

	public static void main(String[] args) {
		new SpringApplicationBuilder(Gateway.class).properties("spring.config.name=gateway").run(args);
	}

}
